"""Addresses by which rows become cases and are compared with what became of them."""

from django.urls import path

from ksd.mapping.views import cases, realisation

urlpatterns = [
    path("baris/<slug:public_id>/usulkan/", cases.row_start, name="row_start"),
    path("baris/<slug:public_id>/tautkan/", cases.row_link, name="row_link"),
    path("baris/<slug:public_id>/lepas-tautan/<slug:case>/", cases.row_unlink, name="row_unlink"),
    path("baris/<slug:public_id>/alasan/", cases.row_outcome, name="row_outcome"),
    path("<slug:public_id>/realisasi/", realisation.realisation, name="realisation"),
    path("<slug:public_id>/realisasi/cetak/", realisation.realisation_paper, name="realisation_paper"),
    path("<slug:public_id>/realisasi/xlsx/", realisation.realisation_sheet, name="realisation_sheet"),
    path("<slug:public_id>/sasaran/", realisation.goals, name="goals"),
]
