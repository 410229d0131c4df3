"""Addresses of the sheet of a period and of what came in."""

from django.urls import path

from ksd.mapping.views import sheets as views

urlpatterns = [
    path("unggahan/<slug:public_id>/", views.upload, name="upload"),
    path("unggahan/<slug:public_id>/berkas/", views.upload_file, name="upload_file"),
    path("unggahan/<slug:public_id>/<slug:act>/", views.upload_act, name="upload_act"),
    path("<slug:public_id>/berkas/", views.sheet, name="sheet"),
    path("<slug:public_id>/berkas/templat/", views.template, name="template"),
]
