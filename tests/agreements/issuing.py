"""Papers issued in tests without waiting for the printer, and services that sign without anybody far away."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

from django.test import override_settings

from agreements.esign import warm_up
from agreements.models import IssuedFile, Naskah
from agreements.services.esign_mode import choose_mode
from agreements.services.pdf import request_naskah_pdf
from agreements.services.signing_marks import give_number
from ksd.accounts.models import User
from ksd.core.jobs import run_job
from ksd.core.pdf import render_pdf
from tests import replay
from tests.agreements.playing import Play

NIK, PASSPHRASE = "6402010101800001", "passphrase-uji"


@cache
def small_pdf() -> bytes:
    """One real page, printed once a session."""
    return render_pdf(
        "<html lang=id><head><title>Naskah contoh</title></head><body><p>Naskah contoh</p></body></html>"
    )


def quick_render(html: str) -> bytes:
    """Different words make different bytes, as the printer would."""
    return small_pdf() + f"%{hash(html)}\n".encode()


@contextmanager
def quick_printer() -> Iterator[None]:
    """Let the worker print one small page instead of the whole text."""
    with (
        patch("agreements.tasks.texts.render_pdf", quick_render),
        patch("agreements.tasks.letters.render_pdf", quick_render),
    ):
        yield


def issue(text: Naskah, actor: User) -> IssuedFile:
    """Ask for the PDF of the newest version and wait for it."""
    text = Naskah.objects.get(pk=text.pk)
    job = request_naskah_pdf(actor=actor, naskah=text, version=text.agreed_version)
    run_job(job.pk)
    job.refresh_from_db()
    assert job.result is not None, job.error
    return IssuedFile.objects.get(pk=job.payload["issued"])


@contextmanager
def signing_service(folder: Path) -> Iterator[None]:
    """An office that signs with the test service."""
    warm_up()
    with override_settings(KSD_ESIGN="uji", KSD_ESIGN_FOLDER=folder / "uji"):
        yield


def number_all(play: Play, text: Naskah) -> None:
    """Every party gives its number."""
    for party in play.parties():
        give_number(
            actor=play.actor_for(party), naskah=text, party=party, number=f"{text.kind}/{party.order}"
        )


def electronic(play: Play, text: Naskah) -> None:
    """The parties mean to sign this text electronically."""
    choose_mode(actor=play.officer, naskah=text, electronic=True)


def ready_to_sign(play: Play) -> Naskah:
    """A KB that waits for signatures, numbered and printed; prepared once."""
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    replay.once(("ready to sign", play.case.pk, text.pk), lambda: _prepare(play, text))
    return Naskah.objects.get(pk=text.pk)


def _prepare(play: Play, text: Naskah) -> None:
    electronic(play, text)
    number_all(play, text)
    issue(text, play.officer)
