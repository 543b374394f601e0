"""A store, written in the formats of other programs; each export reads the store in pages and holds one at a time."""
