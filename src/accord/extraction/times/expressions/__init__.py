"""Time expressions: found by pattern, resolved to TIMEX3 and EDTF values."""
