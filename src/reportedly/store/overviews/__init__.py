"""What a store holds at a glance, each overview one function with its SQL beside it; the desk shows them."""
