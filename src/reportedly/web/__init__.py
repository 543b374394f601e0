"""The desk: the store as pages for a newsroom, each with a JSON twin at the same address and `.json`."""
