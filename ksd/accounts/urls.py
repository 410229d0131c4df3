"""Addresses of a person's own pages."""

from django.urls import path

from ksd.accounts import views

app_name = "accounts"
urlpatterns = [
    path("profil/", views.profile, name="profile"),
    path("peran/", views.permissions, name="permissions"),
]
