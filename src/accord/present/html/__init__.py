"""Dossiers and ledgers as self-contained HTML pages, with their templates."""
