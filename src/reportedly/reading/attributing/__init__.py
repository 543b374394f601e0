"""What the encoder's attributions lack, have too many or cut short: sources, cues and contents are mended here.

Each takes the attributions of an article and gives them back mended, between `scoring` and `chains`.
"""
