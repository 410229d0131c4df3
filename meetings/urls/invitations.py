"""Addresses of the invitations of a meeting."""

from django.urls import path

from meetings.views import invitation_answers as answers
from meetings.views import invitations as views
from meetings.views import meeting_letters as letters

PAGE = "<slug:public_id>/undangan/"
LINE = f"{PAGE}peserta/<slug:code>/"

urlpatterns = [
    path(PAGE, views.invitations, name="invitations"),
    path(f"{PAGE}pilih/", views.invitees_choose, name="invitees_choose"),
    path(f"{PAGE}tambah/", views.invitee_add, name="invitee_add"),
    path(f"{PAGE}salin/", views.invitees_copy, name="invitees_copy"),
    path(f"{PAGE}ingatkan/", letters.invitees_remind, name="invitees_remind"),
    path(f"{PAGE}surat/", letters.letter_edit, name="letter_edit"),
    path(f"{PAGE}surat/lihat/", letters.letter_preview, name="letter_preview"),
    path(f"{PAGE}surat/terbitkan/", letters.letter_issue, name="letter_issue"),
    path(f"{PAGE}surat/kirim/", letters.letter_send, name="letter_send"),
    path(f"{PAGE}surat/<int:pk>/", letters.letter_paper, name="letter_paper"),
    path(f"{LINE}ubah/", views.invitee_edit, name="invitee_edit"),
    path(f"{LINE}coret/", views.invitee_strike, name="invitee_strike"),
    path(f"{LINE}pindah/", views.invitee_move, name="invitee_move"),
    path(f"{LINE}jawab/", answers.invitee_answer, name="invitee_answer"),
    path(f"{LINE}tautan/", answers.invitee_link, name="invitee_link"),
    path(f"{LINE}surat-tugas/", views.invitee_mandate, name="invitee_mandate"),
]
