"""How a segment is named in an address."""

from django.urls import register_converter


class SegmentCodes:
    """The codes of the two sides of a segment, as text: 64.02-64.07."""

    regex = r"\d{2}\.\d{2}-\d{2}\.\d{2}"

    def to_python(self, value: str) -> str:
        """Keep the text as it is: 11.10 is not 11.1."""
        return value

    def to_url(self, value: str) -> str:
        """Print the codes."""
        return value


register_converter(SegmentCodes, "segment_codes")
