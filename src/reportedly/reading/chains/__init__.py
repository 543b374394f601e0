"""Attributions -> statements, each with its chain."""
