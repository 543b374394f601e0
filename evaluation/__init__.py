"""How well each room does: scorers, gold, floors and the figures that are published."""
