"""What the likelihood that two mentions tell of one happening is learnt from: one function a feature."""
