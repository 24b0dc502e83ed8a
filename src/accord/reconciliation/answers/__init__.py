"""Which values of a story answer one question, whatever the words around them."""
