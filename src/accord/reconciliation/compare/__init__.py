"""How two values of a kind compare: agrees, refines, differs in scope, contradicts, cannot tell.

Every comparison is symmetric: `refines` says that one of the two lies inside the other.
"""
