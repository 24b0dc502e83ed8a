"""Event mentions across reports: which tell of one happening."""
