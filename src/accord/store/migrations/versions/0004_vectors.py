"""The vectors of meaning that were made when a story was told last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "vectors",
        sa.Column("story", sa.String(32), primary_key=True),
        sa.Column("basis", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
