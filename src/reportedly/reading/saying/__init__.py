"""When something was said."""
