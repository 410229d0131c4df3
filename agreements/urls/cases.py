"""Addresses of cases, their papers and acts."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
