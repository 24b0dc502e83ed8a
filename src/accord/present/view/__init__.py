"""What a page shows of a dossier, in words and located, before any format is chosen."""
