"""Addresses of lists to take away and of the Berita Acara."""

from django.urls import path

from ksd.mapping.views import minutes as minutes_views
from ksd.mapping.views import outputs as views

urlpatterns = [
    path(
        "berita-acara/<slug:public_id>/pindaian/<str:code>/", minutes_views.minutes_scan, name="minutes_scan"
    ),
    path("berita-acara/<slug:public_id>/<slug:form>/", minutes_views.minutes_file, name="minutes_file"),
    path("<slug:public_id>/keluaran/", views.outputs, name="outputs"),
    path("<slug:public_id>/keluaran/<slug:paper>/xlsx/", views.output_sheet, name="output_sheet"),
    path("<slug:public_id>/keluaran/<slug:paper>/", views.output, name="output"),
    path("<slug:public_id>/berita-acara/", minutes_views.minutes, name="minutes"),
    path("<slug:public_id>/berita-acara/tulis/", minutes_views.minutes_write, name="minutes_write"),
    path("<slug:public_id>/berita-acara/terbitkan/", minutes_views.minutes_issue, name="minutes_issue"),
    path("<slug:public_id>/berita-acara/batalkan/", minutes_views.minutes_cancel, name="minutes_cancel"),
    path("<slug:public_id>/berita-acara/cetak/", minutes_views.minutes_print, name="minutes_print"),
    path(
        "<slug:public_id>/berita-acara/tanda-tangan/<str:code>/",
        minutes_views.minutes_sign,
        name="minutes_sign",
    ),
]
