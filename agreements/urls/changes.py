"""Addresses of what happens to signed texts: changes, extensions, endings, old papers, successors."""

from django.urls import path

from agreements.views import addenda, archive, changes, extending

TEXT = "naskah/<slug:public_id>/"

urlpatterns = [
    path("arsip/baru/", archive.archive_new, name="archive_new"),
    path(f"{TEXT}addendum/", addenda.addendum_new, name="addendum_new"),
    path(f"{TEXT}addendum/pasal/", addenda.addendum_change, name="addendum_change"),
    path(f"{TEXT}gabungan/", addenda.naskah_consolidated, name="naskah_consolidated"),
    path(f"{TEXT}perpanjang/", extending.extend, name="extend"),
    path(f"{TEXT}akhiri/", extending.naskah_end, name="naskah_end"),
    path(f"{TEXT}arsip/", archive.archive_complete, name="archive_complete"),
    path("<slug:public_id>/arsip/tambah/", archive.archive_text_add, name="archive_text_add"),
    path("<slug:public_id>/perubahan/", changes.case_changes, name="case_changes"),
    path("<slug:public_id>/penerus/<int:order>/", changes.successor, name="successor"),
]
