"""Addresses of the legs of a segment."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import legs

urlpatterns = [
    path("<segment_codes:slug>/ruas/", legs.legs, name="legs"),
    path("<segment_codes:slug>/ruas/baru/", legs.leg_add, name="leg_add"),
    path("<segment_codes:slug>/ruas/<int:pk>/", legs.leg_edit, name="leg_edit"),
    path("<segment_codes:slug>/ruas/<int:pk>/pindah/", legs.leg_move, name="leg_move"),
    path("<segment_codes:slug>/ruas/<int:pk>/hapus/", legs.leg_remove, name="leg_remove"),
]
