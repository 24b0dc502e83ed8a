"""Every step that the tables of a store went through, run by Alembic."""
