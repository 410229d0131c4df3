"""Map sheets drawn on the server in millimetres of paper: SVG that prints as vectors, true to scale."""
