"""Plain English for happenings, dates and denials."""
