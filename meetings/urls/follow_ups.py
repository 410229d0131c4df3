"""Addresses of follow-ups, of the links to report on them, and of the scorecard."""

from django.urls import path

from meetings.views import follow_up_links as links
from meetings.views import follow_ups as views
from meetings.views import scorecard

ONE = "tindak-lanjut/<slug:public_id>/"
urlpatterns = [
    path("tindak-lanjut/", views.follow_up_list, {"whose": "mine"}, name="follow_up_list"),
    path("tindak-lanjut/verifikasi/", views.follow_up_list, {"whose": "judged"}, name="follow_up_judged"),
    path("tindak-lanjut/semua/", views.follow_up_list, {"whose": "all"}, name="follow_up_all"),
    path("tindak-lanjut/rapor/", scorecard.scorecard, name="scorecard"),
    path("tindak-lanjut/rapor/xlsx/", scorecard.scorecard_sheet, name="scorecard_sheet"),
    path(ONE, views.follow_up, name="follow_up"),
    path(f"{ONE}lapor/", views.follow_up_report, name="follow_up_report"),
    path(f"{ONE}langkah/<slug:code>/", views.follow_up_step, name="follow_up_step"),
    path(f"{ONE}bukti/<int:pk>/", views.follow_up_proof, name="follow_up_proof"),
    path(f"{ONE}tautan/", links.follow_up_link_new, name="follow_up_link_new"),
    path(f"{ONE}tautan/cabut/", links.follow_up_link_close, name="follow_up_link_close"),
    path("lapor/<str:token>/", links.follow_up_link, name="follow_up_link"),
]
