"""Acts to states: relations between actors over time."""

from accord.ledger.ledger import Ledger
from accord.ledger.relations import relations
from accord.ledger.rules import Rules
from accord.ledger.tables import frame, table

__all__ = ["Ledger", "Rules", "frame", "relations", "table"]
