"""Papers about segments, every word gathered before anything is printed."""
