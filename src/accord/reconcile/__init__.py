"""Story to Dossier: what the reports of one happening agree on, and where they contradict each other."""

from accord.reconcile.assemble import reconcile
from accord.reconcile.chronology import chronology

__all__ = ["chronology", "reconcile"]
