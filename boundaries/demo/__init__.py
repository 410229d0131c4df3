"""Boundaries of the demonstration, one module per noun, each with `play()`: how many things it added."""
