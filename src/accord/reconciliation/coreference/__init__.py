"""Which mentions of acts, in one report or several, tell of one happening."""
