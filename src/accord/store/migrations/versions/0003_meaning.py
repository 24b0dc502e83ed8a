"""What a text means, beside how much it makes of each term."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the column."""
    op.add_column("sketches", sa.Column("meaning", sa.LargeBinary))
