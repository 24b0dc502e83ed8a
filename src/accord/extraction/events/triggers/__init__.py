"""Words that trigger events: the lexicon, its patterns, and the PLOVER codes they give."""
