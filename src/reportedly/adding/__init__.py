"""Inputs into a store: which need reading, read side by side, kept a few at a time."""
