"""Addresses of the rules a segment rests on, and of what came after."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import afterwards, regulations

BASE = "<segment_codes:slug>/dasar-hukum"
urlpatterns = [
    path(f"{BASE}/", regulations.regulations, name="regulations"),
    path(f"{BASE}/baru/", regulations.regulation_new, name="regulation_new"),
    path(f"{BASE}/tambah/", regulations.regulation_attach, name="regulation_attach"),
    path(f"{BASE}/<int:pk>/", regulations.regulation_edit, name="regulation_edit"),
    path(f"{BASE}/<int:pk>/kedudukan/", regulations.basis_edit, name="basis_edit"),
    path(f"{BASE}/<int:pk>/lepas/", regulations.basis_drop, name="basis_drop"),
    path(f"{BASE}/<int:pk>/berkas/", regulations.regulation_file, name="regulation_file"),
    path(f"{BASE}/perkara/baru/", afterwards.court_new, name="court_new"),
    path(f"{BASE}/perkara/<int:pk>/", afterwards.court_edit, name="court_edit"),
    path(f"{BASE}/pasal-34/baru/", afterwards.amendment_new, name="amendment_new"),
    path(f"{BASE}/pasal-34/<int:pk>/", afterwards.amendment_edit, name="amendment_edit"),
]
