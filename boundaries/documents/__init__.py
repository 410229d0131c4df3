"""What the register draws and prints."""
