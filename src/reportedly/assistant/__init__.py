"""The questions of a store for assistants that speak the Model Context Protocol; it reads only."""
