"""Background work of meetings."""
