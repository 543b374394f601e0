"""The vocabulary that all encoders share: how words are cut into pieces, and a vector for each piece."""
