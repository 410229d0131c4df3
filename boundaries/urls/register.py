"""Addresses of the register: the list, one segment, its stages, its history, its public card."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import cards, register, stages

urlpatterns = [
    path("", register.segment_list, name="list"),
    path("daftar.xlsx", register.segment_sheet, name="sheet"),
    path("umum/<segment_codes:slug>/", cards.card, name="card"),
    path("<segment_codes:slug>/", register.segment_detail, name="detail"),
    path("<segment_codes:slug>/tahapan/", stages.change_stage, name="change_stage"),
    path("<segment_codes:slug>/tahapan/ralat/", stages.correct_stage, name="correct_stage"),
    path("<segment_codes:slug>/riwayat/", register.segment_history, name="history"),
    path("<segment_codes:slug>/kartu-umum/", cards.publish, name="publish"),
]
