"""Addresses of issued papers, their public check, and electronic signatures."""

from typing import Any

from agreements.choices import IssuedKind
from agreements.models import IssuedFile, SignRequest
from agreements.models.esign import PURPOSE
from ksd.core import clock
from ksd.core.files import store_bytes
from ksd.core.tokens import print_of
from tests.house.addresses.world import NEVER, READ, Rule, World, of_text

TOKEN, LINK = "5" * 32, "tautan-uji"


def paper(world: World) -> dict[str, Any]:
    """A paper of the text of the case."""
    stored = store_bytes(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", kind="naskah-pdf")
    IssuedFile.objects.get_or_create(
        token=TOKEN,
        defaults={
            "key": "alamat", "kind": IssuedKind.FINAL, "naskah": world.text, "title": world.text.title,
            "asked_by": world.cast.officer, "sha256": stored.sha256, "size": stored.size, "file": stored,
            "issued_at": clock.now(), "version": world.text.agreed_version,
        },
    )  # fmt: skip
    return {"token": TOKEN}


def request(world: World) -> SignRequest:
    """The officer's own party asked to sign."""
    paper(world)
    own = world.text.signatures.get(party=world.play.parties()[0])
    row, _new = SignRequest.objects.get_or_create(
        link_hash=print_of(LINK, purpose=PURPOSE),
        defaults={
            "row": own, "order": 1, "official": "Contoh Pejabat", "expires_on": clock.today(),
            "asked_by": world.cast.officer, "issued": IssuedFile.objects.get(token=TOKEN),
        },
    )  # fmt: skip
    return row


def of_request(world: World) -> dict[str, Any]:
    """That request on the pages of the text."""
    return {"public_id": world.text.public_id, "pk": request(world).pk}


def of_link(world: World) -> dict[str, Any]:
    """Its link, which whoever holds it may open."""
    request(world)
    return {"token": LINK}


RULES: dict[str, Rule] = {
    "issued:check": Rule(lambda _world: {}, "200", "422"),
    "issued:page": Rule(paper, "200", "405"),
    "issued:sign": Rule(of_link, "200", "405"),
    "issued:sign_file": Rule(of_link, "200", "405"),
    "issued:sign_give": Rule(of_link, "405", "422"),
    "issued:sign_refuse": Rule(of_link, "405", "422"),
    "agreements:receipt": Rule(paper, READ, NEVER),
    "agreements:receipt_letter": Rule(paper, NEVER, "404/302"),
    "agreements:issued_list": Rule(of_text(), READ, NEVER),
    "agreements:esign": Rule(of_text(), READ, NEVER),
    "agreements:esign_mode": Rule(
        of_text(), "404/403 officer 200 partner 200", "404/403 officer 422 partner 422"
    ),
    "agreements:esign_ask": Rule(of_text(order=1), "404/403 officer 409", "404/403 officer 409"),
    "agreements:esign_withdraw": Rule(of_request, "404/403 officer 200", "404/403 officer 422"),
}
