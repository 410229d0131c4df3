"""Papers and sheets of the boundary register."""
