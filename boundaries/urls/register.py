"""Addresses of the register: the list, one segment, its stages."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import register

urlpatterns = [
    path("", register.segment_list, name="list"),
    path("<segment_codes:slug>/", register.segment_detail, name="detail"),
    path("<segment_codes:slug>/tahapan/", register.change_stage, name="change_stage"),
]
