"""Addresses of the lines of a segment, and of their overlay."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import exports, lines, lines_geojson, overlays, stating

urlpatterns = [
    path("<segment_codes:slug>/klaim/", lines.line_list, name="lines"),
    path("<segment_codes:slug>/klaim/garis.geojson", lines_geojson.lines_geojson, name="lines_geojson"),
    path("<segment_codes:slug>/klaim/baru/", stating.line_new, name="line_new"),
    path("<segment_codes:slug>/klaim/pratinjau/<int:pk>/", stating.line_preview, name="line_preview"),
    path("<segment_codes:slug>/klaim/<int:pk>/", lines.line_detail, name="line"),
    path("<segment_codes:slug>/klaim/<int:pk>/unduh/<slug:form>/", exports.line_file, name="line_file"),
    path("<segment_codes:slug>/klaim/<int:pk>/ganti/", stating.line_replace, name="line_replace"),
    path("<segment_codes:slug>/klaim/<int:pk>/tarik/", stating.line_withdraw, name="line_withdraw"),
    path("<segment_codes:slug>/tumpang-tindih/", overlays.overlay, name="overlay"),
    path("<segment_codes:slug>/tumpang-tindih/hitung/", overlays.overlay_compute, name="overlay_compute"),
    path("<segment_codes:slug>/tumpang-tindih/cetak/", overlays.overlay_print, name="overlay_print"),
]
