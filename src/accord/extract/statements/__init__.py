"""Statements: who said, thought or wanted what, with the words that say so."""

from accord.extract.statements.finder import StatementFinder

__all__ = ["StatementFinder"]
