"""Acts to states: relations between actors over time."""
