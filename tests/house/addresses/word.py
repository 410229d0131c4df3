"""Addresses of a text on its way to Word and back."""

from typing import Any

from agreements.models import WordReturn
from ksd.core.files import store_bytes
from tests.house.addresses.world import NEVER, READ, Rule, World, of_text

EMPTY: dict[str, Any] = {"recitals": [], "bases": [], "pasal": [], "annexes": []}
BESIDE: dict[str, Any] = {"left": [], "frame": [], "changes": [], "comments": [], "asides": [], "outside": {}}
# The text of this world is agreed: it may be taken along, but nothing comes back into it.
LOCKED = "404/403 officer 409 partner 409"


def came_back(world: World) -> dict[str, Any]:
    """A file that came back to the text of this world before it was agreed."""
    version = world.text.versions.order_by("-number")[0]
    stored = store_bytes(content=b"PK", name="hasil.docx", content_type="application/zip", kind="hasil-word")
    WordReturn.objects.get_or_create(
        naskah=world.text, number=1,
        defaults={
            "compared_with": version, "file": stored, "reading": {"body": EMPTY, **BESIDE},
            "sent_by": world.cast.officer, "role": "Petugas",
        },
    )  # fmt: skip
    return {"public_id": world.text.public_id, "number": 1}


RULES: dict[str, Rule] = {
    "agreements:naskah_word": Rule(of_text(), READ, NEVER),
    "agreements:word_send": Rule(of_text(), LOCKED, LOCKED),
    "agreements:word_return": Rule(came_back, READ, "404/403 officer 409"),
    "agreements:word_reject": Rule(came_back, "404/403 officer 200", "404/403 officer 422"),
    "agreements:word_file": Rule(came_back, READ, NEVER),
}
