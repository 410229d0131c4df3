"""Addresses of the map and of what it draws."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import field_pages, fixes, map_data, maps

urlpatterns = [
    path("peta/", maps.map_page, name="map"),
    path("peta/wilayah-<int:level>.json", map_data.regions_json, name="regions_json"),
    path("peta/segmen.json", map_data.segments_json, name="segments_json"),
    path("peta/titik.json", map_data.points_json, name="points_json"),
    path("<segment_codes:slug>/peta/", maps.segment_map, name="segment_map"),
    path("<segment_codes:slug>/peta.json", map_data.segment_json, name="segment_json"),
    path("<segment_codes:slug>/lapangan/", fixes.field, name="field"),
    path("<segment_codes:slug>/lapangan/pekerja.js", field_pages.field_worker, name="field_worker"),
    path("<segment_codes:slug>/lapangan/<int:pk>/", fixes.decide_fix, name="decide_fix"),
    path("<segment_codes:slug>/lapangan/<int:pk>/foto/", fixes.fix_photo, name="fix_photo"),
]
