"""How an event is told: its factuality, polarity and what qualifies it."""
