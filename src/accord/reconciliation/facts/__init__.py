"""Facts: what happened or is so, in the words of every report that tells it, the weightiest first."""
