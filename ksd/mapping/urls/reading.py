"""Addresses of the pages one reads the mapping on."""

from django.urls import path

from ksd.mapping.views import comparisons, gaps, network, profiles
from regions import urls  # noqa: F401  registers region_code

ONE = "wilayah/<region_code:code>/"
urlpatterns = [
    path("jaringan/", network.network, name="network"),
    path("jaringan/xlsx/", network.network_sheet, name="network_sheet"),
    path("celah/", gaps.gaps, name="gaps"),
    path("celah/xlsx/", gaps.gaps_sheet, name="gaps_sheet"),
    path("perbandingan/", comparisons.comparison, name="comparison"),
    path("perbandingan/xlsx/", comparisons.comparison_sheet, name="comparison_sheet"),
    path(ONE, profiles.profile, name="profile"),
    path(f"{ONE}baris/", profiles.profile_rows, name="profile_rows"),
]
