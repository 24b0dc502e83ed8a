"""What reports claim of a happening, aspect by aspect, before it is numbered."""
