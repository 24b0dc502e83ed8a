"""The one parse of a report and the one grammar over it, which every stage of extraction reads."""
