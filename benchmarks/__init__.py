"""Measurements of Accord: accuracy on gold sets, speed and memory against the plain pipeline."""
