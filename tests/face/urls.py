"""The addresses of the site with the gallery of components beside them."""

from django.urls import path

from ksd import urls as site
from tests.face.gallery import gallery

handler400, handler403 = site.handler400, site.handler403
handler404, handler500 = site.handler404, site.handler500
urlpatterns = [
    path("galeri/", gallery, name="gallery"),
    path("galeri/<slug:which>/", gallery, name="gallery_of"),
    *site.urlpatterns,
]
