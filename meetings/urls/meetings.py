"""Addresses of the list of meetings and of one meeting."""

from django.urls import path

from meetings.views import meetings as views

urlpatterns = [
    path("", views.meeting_list, {"when": "upcoming"}, name="list"),
    path("lampau/", views.meeting_list, {"when": "past"}, name="past"),
    path("semua/", views.meeting_list, {"when": "all"}, name="all"),
    path("baru/", views.meeting_new, name="new"),
    path("<slug:public_id>/", views.meeting_detail, name="detail"),
    path("<slug:public_id>/ubah/", views.meeting_edit, name="edit"),
    path("<slug:public_id>/pimpinan/", views.meeting_chair, name="chair"),
    path("<slug:public_id>/langkah/<slug:code>/", views.meeting_state, name="state"),
]
