"""Acts on deadlines and notices."""
