"""Addresses of the room and of the points of the result."""

from django.urls import path

from meetings.views import decisions, room

urlpatterns = [
    path("<slug:public_id>/ruang/", room.room, name="room"),
    path("<slug:public_id>/ruang/layar/", room.screen, name="screen"),
    path("<slug:public_id>/ruang/denyut/", room.pulse, name="pulse"),
    path("<slug:public_id>/ruang/acara/<slug:item>/<slug:act>/", room.item_act, name="item_act"),
    path("<slug:public_id>/ruang/catatan/", room.note_new, name="note_new"),
    path("<slug:public_id>/ruang/catatan/<int:pk>/", room.note, name="note"),
    path("<slug:public_id>/ruang/butir/", decisions.decision_new, name="decision_new"),
    path("<slug:public_id>/ruang/butir/cepat/", room.decision_quick, name="decision_quick"),
    path("<slug:public_id>/ruang/butir/<slug:decision>/", decisions.decision, name="decision"),
    path(
        "<slug:public_id>/ruang/butir/<slug:decision>/<slug:act>/",
        decisions.decision_act,
        name="decision_act",
    ),
]
