"""Which mentions of acts, in one report or several, tell of one happening."""

from accord.reconcile.coreference.join import Coreference
from accord.reconcile.coreference.mention import ActMention
from accord.reconcile.coreference.words import ActWords

__all__ = ["ActMention", "ActWords", "Coreference"]
