"""Addresses of the boundaries pages."""

from django.urls import path

from boundaries import views

app_name = "boundaries"
urlpatterns = [path("", views.index, name="list")]
