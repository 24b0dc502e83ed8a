"""How two values of a kind compare, one module a kind."""
