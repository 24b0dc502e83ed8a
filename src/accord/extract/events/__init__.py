"""Events: who did what to whom, whether it happened."""
