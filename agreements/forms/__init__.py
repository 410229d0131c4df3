"""The shape of what people type into the cooperation pages."""
