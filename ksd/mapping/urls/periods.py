"""Addresses of periods."""

from django.urls import path

from ksd.mapping.views import periods as views

urlpatterns = [
    path("", views.period_list, name="list"),
    path("<slug:public_id>/", views.period, name="period"),
]
