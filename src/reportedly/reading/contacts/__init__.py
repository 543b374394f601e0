"""Who meets, calls, visits or writes to whom."""
