"""Who did what to whom: the actors that fill the roles of a trigger, named or implied."""
