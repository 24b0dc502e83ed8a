"""Actors across reports: entities merged, names compared, labels counted."""
