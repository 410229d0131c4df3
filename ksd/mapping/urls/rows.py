"""Addresses of rows."""

from django.urls import path

from ksd.mapping.views import autosaving, rows, writing

urlpatterns = [
    path("baris/<slug:public_id>/", rows.row, name="row"),
    path("baris/<slug:public_id>/ubah/<slug:section>/", writing.row_edit, name="row_edit"),
    path("baris/<slug:public_id>/simpan/<slug:section>/", autosaving.row_autosave, name="row_autosave"),
    path("baris/<slug:public_id>/tarik/", writing.row_withdraw, name="row_withdraw"),
    path("baris/<slug:public_id>/bukti/", rows.row_evidence, name="row_evidence"),
]
