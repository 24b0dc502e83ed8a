"""Events: who did what to whom, and how it is told."""
