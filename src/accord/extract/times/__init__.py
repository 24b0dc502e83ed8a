"""Time expressions and the order they give events."""
