"""Reference works on missions: the level that one state kept in another, as ledger entries."""
