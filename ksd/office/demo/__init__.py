"""Demonstration data: invented persons and cases, marked "contoh", played through the real services."""
