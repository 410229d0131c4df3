"""Rules and habits of the mapping as data: each with its article, or marked as internal."""
