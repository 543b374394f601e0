"""Who stands where on what."""
