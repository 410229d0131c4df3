"""Addresses of a segment's annexes."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import annexes

urlpatterns = [
    path("<segment_codes:slug>/lampiran/", annexes.annexes, name="annexes"),
    path("<segment_codes:slug>/lampiran/cetak/", annexes.make_annex, name="make_annex"),
    path("<segment_codes:slug>/lampiran/pratinjau.svg", annexes.map_preview, name="map_preview"),
    path("<segment_codes:slug>/lampiran/<int:pk>/", annexes.annex_file, name="annex_file"),
]
