"""Addresses of the notula, its corrections, and the photographs of a meeting."""

from django.urls import path

from meetings.views import corrections, minutes, photos, renumbering

urlpatterns = [
    path("<slug:public_id>/notula/", minutes.minutes, name="minutes"),
    path("<slug:public_id>/notula/tulis/", minutes.minutes_edit, name="minutes_edit"),
    path("<slug:public_id>/notula/kirim/", minutes.minutes_send, name="minutes_send"),
    path("<slug:public_id>/notula/sahkan/", minutes.minutes_sign, name="minutes_sign"),
    path("<slug:public_id>/notula/nomor/", renumbering.renumber, {"what": "notula"}, name="minutes_renumber"),
    path("<slug:public_id>/notula/berkas/", minutes.minutes_file, name="minutes_file"),
    path("<slug:public_id>/notula/koreksi/", corrections.correction_new, name="correction_new"),
    path(
        "<slug:public_id>/notula/koreksi/<int:pk>/", corrections.correction_answer, name="correction_answer"
    ),
    path("<slug:public_id>/foto/", photos.photos, name="photos"),
    path("<slug:public_id>/foto/<int:pk>/hapus/", photos.photo_drop, name="photo_drop"),
]
