"""Counted and measured amounts: numbers, their units, and what they count."""
