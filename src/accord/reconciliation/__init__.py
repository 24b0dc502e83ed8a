"""Story to Dossier: what the reports of one happening agree on, and where they contradict each other."""
