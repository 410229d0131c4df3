"""Addresses of the log of the negotiation."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import rounds

urlpatterns = [
    path("<segment_codes:slug>/perundingan/", rounds.rounds, name="rounds"),
    path("<segment_codes:slug>/perundingan/baru/", rounds.round_new, name="round_new"),
    path("<segment_codes:slug>/perundingan/<int:number>/", rounds.round_edit, name="round_edit"),
    path(
        "<segment_codes:slug>/perundingan/<int:number>/posisi/<str:code>/", rounds.position, name="position"
    ),
]
