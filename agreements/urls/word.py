"""Addresses of a text on its way to Word and back."""

from django.urls import path

from agreements.urls.texts import TEXT
from agreements.views import word

WORD = f"{TEXT}word/"

urlpatterns = [
    path(WORD, word.naskah_word, name="naskah_word"),
    path(f"{WORD}unggah/", word.word_send, name="word_send"),
    path(f"{WORD}<int:number>/", word.word_return, name="word_return"),
    path(f"{WORD}<int:number>/tolak/", word.word_reject, name="word_reject"),
    path(f"{WORD}<int:number>/berkas/", word.word_file, name="word_file"),
]
