"""Law packs, article by article."""
