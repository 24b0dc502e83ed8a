"""Accord: several reports of the same happenings in, one cited record out."""
