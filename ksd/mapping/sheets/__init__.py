"""The sheet of a mapping as a file: its columns, and reading it back safely. No database in it."""
