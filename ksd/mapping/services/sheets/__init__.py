"""The sheet of a region: handed out with its rows, read back, held against what is there, applied whole or not at all."""
