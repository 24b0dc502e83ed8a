"""Statements across reports: utterances joined, speakers found."""
