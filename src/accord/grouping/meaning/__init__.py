"""What sentences mean, as vectors: like meanings have like vectors, whatever the words."""
