"""Values that can be compared: dates, lengths and quantities with what tells them apart."""
