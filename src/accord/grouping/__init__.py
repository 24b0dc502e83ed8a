"""Which reports share words, and which tell the same story."""
