"""Statements: source, cue and content."""
