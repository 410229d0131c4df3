"""Commands of the cooperation app."""
