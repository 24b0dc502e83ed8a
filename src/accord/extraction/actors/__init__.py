"""Actors: who and what acts in a report, and where it is mentioned."""
