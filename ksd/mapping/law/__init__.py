"""What the law and the office say about a row, as data."""
