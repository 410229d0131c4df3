"""Addresses of the rumusan, and of the page a delegation opens by its link."""

from django.urls import path

from meetings.views import confirm_links, records, renumbering

urlpatterns = [
    path("konfirmasi/", confirm_links.confirm, name="confirm"),
    path("konfirmasi/denyut/", confirm_links.confirm_pulse, name="confirm_pulse"),
    path("konfirmasi/<str:token>/", confirm_links.confirm_enter, name="confirm_enter"),
    path("<slug:public_id>/rumusan/", records.record, name="record"),
    path("<slug:public_id>/rumusan/isi/", records.record_frame, name="record_frame"),
    path("<slug:public_id>/rumusan/bacakan/", records.record_read, name="record_read"),
    path("<slug:public_id>/rumusan/sikap/", records.record_say, name="record_say"),
    path("<slug:public_id>/rumusan/tautan/", confirm_links.confirm_links, name="confirm_links"),
    path(
        "<slug:public_id>/rumusan/nomor/", renumbering.renumber, {"what": "rumusan"}, name="record_renumber"
    ),
    path("<slug:public_id>/rumusan/kunci/", records.record_lock, name="record_lock"),
    path("<slug:public_id>/rumusan/berkas/", records.record_file, name="record_file"),
]
