"""Time expressions, and what ties events to them and to each other."""
