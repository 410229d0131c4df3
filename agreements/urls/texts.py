"""Addresses of naskah and the clause library."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
