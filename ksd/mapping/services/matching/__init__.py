"""Looking for pairs in a period, and what people do with them."""
