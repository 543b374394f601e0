"""How the shipped weights were made. Heavy libraries live here, never in the wheel."""
