"""Pages of the register, the directory and the reference lists."""
