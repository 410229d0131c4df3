"""Acts on the register and the directory of regions."""
