"""Addresses of the boundaries pages."""

from django.urls import path, register_converter

from boundaries import views

app_name = "boundaries"


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

urlpatterns = [
    path("", views.segment_list, name="list"),
    path("<segment_codes:slug>/", views.segment_detail, name="detail"),
    path("<segment_codes:slug>/tahapan/", views.change_stage, name="change_stage"),
]
