"""Addresses the editor in the browser talks to."""

from django.urls import path

from agreements.views import desk

TEXT = "naskah/<slug:public_id>/sunting/"

urlpatterns = [
    path(f"{TEXT}isi/", desk.naskah_desk, name="naskah_desk"),
    path(f"{TEXT}draf/", desk.naskah_desk_draft, name="naskah_desk_draft"),
    path(f"{TEXT}simpan/", desk.naskah_desk_save, name="naskah_desk_save"),
    path(f"{TEXT}hadir/", desk.naskah_desk_presence, name="naskah_desk_presence"),
]
