"""Addresses beside a clause of the library."""

from django.urls import path

from agreements.views import fallbacks

CLAUSE = "pustaka-klausul/<slug:kind>/<slug:family>/<slug:code>/"

urlpatterns = [
    path(f"{CLAUSE}syarat/", fallbacks.clause_conditions, name="clause_conditions"),
    path(f"{CLAUSE}pratinjau/", fallbacks.clause_preview, name="clause_preview"),
    path(f"{CLAUSE}cadangan/tambah/", fallbacks.fallback_add, name="fallback_add"),
    path(f"{CLAUSE}cadangan/<int:pk>/hentikan/", fallbacks.fallback_end, name="fallback_end"),
    path(f"{CLAUSE}cadangan/<int:pk>/naikkan/", fallbacks.fallback_raise, name="fallback_raise"),
]
