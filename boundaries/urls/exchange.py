"""Addresses of files in and out, layers of outlines and missing segments; before those of the segments."""

from django.urls import path

from boundaries.choices import ImportContent
from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import exports, imports, outlines

urlpatterns = [
    path("impor/", imports.import_list, name="imports"),
    path("impor/titik/", imports.import_new, {"content": ImportContent.TITIK.value}, name="import_points"),
    path("impor/garis/", imports.import_new, {"content": ImportContent.GARIS.value}, name="import_line"),
    path(
        "impor/garis-luar/",
        imports.import_new,
        {"content": ImportContent.GARIS_LUAR.value},
        name="import_outlines",
    ),
    path("impor/<int:pk>/", imports.import_detail, name="import_detail"),
    path("impor/<int:pk>/gambar.svg", imports.import_drawing, name="import_drawing"),
    path("ekspor/", exports.export_page, name="export"),
    path("garis-luar/", outlines.outlines, name="outlines"),
    path("segmen-baru/", outlines.propose, name="propose"),
    path("<segment_codes:slug>/tukar-data/", exports.exchange, name="exchange"),
]
