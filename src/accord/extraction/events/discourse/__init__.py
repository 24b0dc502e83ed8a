"""What a report has told so far, and what refers back to it."""
