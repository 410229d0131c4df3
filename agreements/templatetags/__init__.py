"""What the pages of a cooperation need in their templates."""
