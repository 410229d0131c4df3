"""Addresses of the signing of a text and of the copies it leaves."""

from django.urls import path

from agreements.urls.texts import TEXT
from agreements.views import copies, signing_events, signing_marks, signing_page

COPY = "eksemplar/<slug:public_id>/"
SCAN = f"{TEXT}tanda-tangan/<int:order>/salinan/"

urlpatterns = [
    path("eksemplar/", copies.copy_list, name="copy_list"),
    path(COPY, copies.copy, name="copy"),
    path(f"{COPY}pindaian/", copies.copy_scan, name="copy_scan"),
    path(f"{COPY}<slug:act>/", copies.copy_move, name="copy_move"),
    path(f"{TEXT}acara/", signing_events.signing_plan, name="signing_plan"),
    path(f"{TEXT}acara/terlaksana/", signing_events.signing_hold, name="signing_hold"),
    path(f"{TEXT}antar/", signing_events.courier_add, name="courier_add"),
    path(f"{TEXT}antar/<int:pk>/", signing_events.courier_receive, name="courier_receive"),
    path(f"{TEXT}nomor/<int:order>/", signing_marks.naskah_number, name="naskah_number"),
    path(f"{TEXT}status/<int:order>/<slug:step>/", signing_marks.signing_mark, name="signing_mark"),
    path(f"{TEXT}periksa/<int:order>/", signing_marks.signing_check, name="signing_check"),
    path(f"{TEXT}langkah/<int:pk>/", signing_marks.approval_step, name="approval_step"),
    path(f"{SCAN}ganti/", signing_marks.signed_copy_replace, name="signed_copy_replace"),
    path(f"{SCAN}lama/<int:pk>/", signing_marks.signed_copy_old, name="signed_copy_old"),
    path(f"{TEXT}eksemplar/<int:order>/", copies.copies_open, name="copies_open"),
    path(f"{TEXT}tabel-status/", signing_page.status_letter, name="status_letter"),
    path("<slug:public_id>/penandatanganan/", signing_page.signing, name="signing"),
]
