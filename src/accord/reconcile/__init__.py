"""Readings of a story to its Dossier."""
