"""Dossiers as page, Markdown and JSON."""
