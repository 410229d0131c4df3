"""Addresses of pairs."""

from django.urls import path

from ksd.mapping.views import match_acts, match_weights, matches

urlpatterns = [
    path("pasangan/<slug:public_id>/", matches.match, name="match"),
    path("pasangan/<slug:public_id>/sikap/<slug:verdict>/", match_acts.match_decide, name="match_decide"),
    path("pasangan/<slug:public_id>/usulkan/", match_acts.match_start, name="match_start"),
    path("kelompok/<slug:public_id>/usulkan/", match_acts.group_start, name="group_start"),
    path("<slug:public_id>/pasangan/", matches.match_list, name="matches"),
    path("<slug:public_id>/pasangan/cari/", matches.match_run, name="match_run"),
    path("<slug:public_id>/kelompok/", matches.match_groups, name="match_groups"),
    path("<slug:public_id>/bobot/", match_weights.match_weights, name="match_weights"),
]
