"""Interviews that are printed without quotation marks: who answers, which lines ask and which answer."""
