"""Papers of a meeting: from rows to a letter, minutes or a list."""
