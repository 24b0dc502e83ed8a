"""An index of what can be searched by its day, so that the latest of many finds are at hand."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the index."""
    op.create_index("passages_day", "passages", ["day", "kind", "report"])
