"""The annexes of a segment's decree: list of coordinates, description of legs, map sheets, draft text."""
