"""Report to Reading: every stage of extraction behind one call."""
