"""Feeds looked after for months: asked politely, what is new read into a store, its trace kept up to date."""
