"""A letter as a page inside a page: its own document in a frame without scripts."""

from django.urls import reverse

from agreements.documents.letters import Letter, screen_html
from regions.models import Region


def framed(letter: Letter, region: Region) -> str:
    """The letter as the frame's document; every word of it is escaped once here and once more by the frame."""
    return screen_html(letter, reverse("regions:emblem_image", args=[region.code]))
