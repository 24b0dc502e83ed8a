"""Drawings as data: timeline charts, graphs of relations, who recognises whom."""
