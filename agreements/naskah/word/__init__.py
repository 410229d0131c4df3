"""A text out to Word and back: what a DOCX says, read without trusting it, and where each line belongs."""
