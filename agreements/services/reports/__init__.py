"""Acts on periodic reports: opening, writing, passing them on, asking for those that are late."""
