"""Addresses of the layers."""

from django.urls import path

from boundaries.views import layers

urlpatterns = [
    path("lapisan/", layers.layer_list, name="layers"),
    path("lapisan/baru/", layers.layer_new, name="layer_new"),
    path("lapisan/<int:pk>/", layers.layer_detail, name="layer"),
    path("lapisan/<int:pk>/pakai/", layers.layer_adopt, name="layer_adopt"),
    path("lapisan/<int:pk>/ganti/", layers.layer_replace, name="layer_replace"),
    path("lapisan/<int:pk>/tarik/", layers.layer_withdraw, name="layer_withdraw"),
]
