"""Pages of the boundary register, one module per noun."""
