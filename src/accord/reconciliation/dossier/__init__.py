"""The records of a dossier: numbered, in order, with timeline and outlooks."""
