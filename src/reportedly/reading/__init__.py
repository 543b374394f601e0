"""One article in, one Reading out."""
