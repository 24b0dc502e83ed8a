"""What ties events to times and to each other: when each was, and in which order."""
