"""Statements: who said, thought or wanted what, with the words that say so."""
