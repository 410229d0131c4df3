"""Template filters of the boundary pages."""
