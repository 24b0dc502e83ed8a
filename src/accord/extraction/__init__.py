"""Report to Reading: every stage of extraction over one parse."""
