"""The database: reports that come in over time, what was read out of them, and what was known when."""

from __future__ import annotations

from accord.store.store import Store, open_store

__all__ = ["Store", "open_store"]
