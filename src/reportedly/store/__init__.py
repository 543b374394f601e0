"""Readings kept in one DuckDB file, and the questions that it answers."""
