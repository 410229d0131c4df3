"""Addresses of what lies inside the overlap and of the compromise simulator."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import alternatives, inside, simulation

_INSIDE, _OF = "<segment_codes:slug>/di-dalam/", "<segment_codes:slug>/simulasi/"
urlpatterns = [
    path(_INSIDE, inside.inside, name="inside"),
    path(f"{_INSIDE}xlsx/", inside.inside_xlsx, name="inside_xlsx"),
    path(_OF, simulation.compromises, name="compromises"),
    path(f"{_OF}baru/", simulation.compromise_new, name="compromise_new"),
    path(f"{_OF}neraca/", simulation.compromise_preview, name="compromise_preview"),
    path(f"{_OF}banding/", simulation.compromise_compare, name="compromise_compare"),
    path(f"{_OF}<int:pk>/", alternatives.compromise, name="compromise"),
    path(f"{_OF}<int:pk>/geojson/", alternatives.compromise_geojson, name="compromise_geojson"),
    path(f"{_OF}<int:pk>/ubah/", simulation.compromise_step, name="compromise_step"),
    path(f"{_OF}<int:pk>/urungkan/", alternatives.compromise_undo, name="compromise_undo"),
    path(f"{_OF}<int:pk>/ulangi/", alternatives.compromise_redo, name="compromise_redo"),
    path(f"{_OF}<int:pk>/bagikan/", alternatives.compromise_share, name="compromise_share"),
    path(f"{_OF}<int:pk>/tarik/", alternatives.compromise_unshare, name="compromise_unshare"),
]
