"""One module per noun: each predicate reads a text and names the rules it breaks."""
