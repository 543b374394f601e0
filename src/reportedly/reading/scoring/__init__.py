"""Text -> scores -> attributions and mentions: the encoder and what decodes it."""
