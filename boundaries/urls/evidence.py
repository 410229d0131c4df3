"""Addresses of the evidence catalogue and of what claims rest on."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import evidence, line_bases

_OF = "<segment_codes:slug>/bukti/"
urlpatterns = [
    path(_OF, evidence.evidence_list, name="evidence"),
    path(f"{_OF}baru/", evidence.evidence_add, name="evidence_add"),
    path(f"{_OF}garis/<int:line>/", line_bases.line_basis, name="line_basis"),
    path(f"{_OF}garis/<int:line>/<int:pk>/hapus/", line_bases.line_basis_drop, name="line_basis_drop"),
    path(f"{_OF}<int:pk>/", evidence.evidence_detail, name="evidence_detail"),
    path(f"{_OF}<int:pk>/berkas/", evidence.evidence_file, name="evidence_file"),
    path(f"{_OF}<int:pk>/tarik/", evidence.evidence_withdraw, name="evidence_withdraw"),
]
