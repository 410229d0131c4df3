"""Addresses of offers that came on paper."""

from django.urls import path

from agreements.views import inbound

urlpatterns = [
    path("masuk/", inbound.inbound_start, name="inbound_start"),
    path("masuk/mitra/<int:pk>/", inbound.inbound_partner, name="inbound_partner"),
    path("masuk/<str:code>/", inbound.inbound_new, name="inbound_new"),
]
