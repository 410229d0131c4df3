"""Addresses of the agenda of a meeting and of the wishes of regions."""

from django.urls import path

from meetings.views import agenda, agenda_files, agenda_items, suggesting, wishes

_AGENDA = "<slug:public_id>/agenda/"
_SECTION = f"{_AGENDA}bagian/<int:pk>/"
_ITEM = f"{_AGENDA}acara/<slug:item>/"

urlpatterns = [
    path("usul/", wishes.wish_list, name="wishes"),
    path("usul/baru/", wishes.wish_new, name="wish_new"),
    path("usul/<slug:wish>/", wishes.wish_detail, name="wish"),
    path("usul/<slug:wish>/tarik/", wishes.wish_withdraw, name="wish_withdraw"),
    path(_AGENDA, agenda.agenda, name="agenda"),
    path(f"{_AGENDA}templat/", agenda.agenda_fill, name="agenda_fill"),
    path(f"{_AGENDA}baru/", agenda_items.item_new, name="item_new"),
    path(f"{_AGENDA}usulan/", suggesting.suggestions, name="suggestions"),
    path(f"{_AGENDA}usulan/<str:key>/tidak-dibahas/", suggesting.suggestion_aside, name="suggestion_aside"),
    path(f"{_AGENDA}usulan/<int:pk>/tampilkan/", suggesting.suggestion_again, name="suggestion_again"),
    path(f"{_AGENDA}usul/<slug:wish>/", wishes.wish_answer, name="wish_answer"),
    path(f"{_AGENDA}rundown/", agenda.rundown_page, name="rundown"),
    path(f"{_AGENDA}rundown/cetak/", agenda.rundown_print, name="rundown_print"),
    path(f"{_AGENDA}bagian/baru/", agenda_items.section_edit, name="section_new"),
    path(_SECTION, agenda_items.section_edit, name="section_edit"),
    path(f"{_SECTION}pindah/", agenda.section_move, name="section_move"),
    path(f"{_SECTION}hapus/", agenda_items.section_drop, name="section_drop"),
    path(_ITEM, agenda_items.item_edit, name="item_edit"),
    path(f"{_ITEM}pindah/", agenda.item_move, name="item_move"),
    path(f"{_ITEM}hapus/", agenda_items.item_drop, name="item_drop"),
    path(f"{_ITEM}berkas/", agenda_files.item_files, name="item_files"),
    path("<slug:public_id>/berkas/<int:pk>/", agenda_files.meeting_file, name="file"),
    path("<slug:public_id>/berkas/<int:pk>/hapus/", agenda_files.file_drop, name="file_drop"),
]
