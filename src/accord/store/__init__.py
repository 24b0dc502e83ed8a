"""The database: reports that come in over time, what was read out of them, and what was known when."""
