"""Pages of cooperation cases and their texts."""
