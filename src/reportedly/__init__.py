"""Reads news and keeps a record one can question: who said what, through which chain."""
