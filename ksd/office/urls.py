"""Addresses of the pages that look across the apps."""

from django.urls import path

from ksd.office import views

app_name = "office"
urlpatterns = [
    path("", views.home, name="home"),
    path("pekerjaan/", views.my_work, name="my_work"),
]
