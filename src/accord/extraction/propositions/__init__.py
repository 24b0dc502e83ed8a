"""What each sentence tells: its predicates, each with its arguments, its modality and whose word it is."""
