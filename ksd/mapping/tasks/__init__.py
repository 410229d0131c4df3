"""Background work of the mapping, one module per noun; importing it registers its kinds."""
