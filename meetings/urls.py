"""Addresses of the meetings pages."""

from django.urls import path

from meetings import views

app_name = "meetings"
urlpatterns = [path("", views.index, name="list")]
