"""What the letter to a DPRD carries: each annex the pack names, its files, and what is still missing."""

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.models import Case, DprdTrack, Naskah
from agreements.services.dprd_letters import file_on_hand
from agreements.services.pdf import pdf_jobs
from ksd.core.files import read_bytes
from ksd.core.models import JobState, StoredFile

# Above this a package is written to disk instead of memory.
IN_MEMORY = 8 * 1024 * 1024


@dataclass(frozen=True)
class Annex:
    """One annex: its name, the files there are, what is missing and where it is mended."""

    label: str
    files: tuple[StoredFile, ...] = ()
    missing: str = ""
    url: str = ""


def annexes_of(track: DprdTrack) -> list[Annex]:
    """Every annex of the submission, in the order of the pack."""
    pack = track.pack
    submitting = [a for a in pack.dprd_arrows if pack.dprd_state(a.target or track.state).turn == "dprd"]
    letters = [code for arrow in submitting[:1] for code in arrow.documents]
    attached = [code for letter in letters for code in pack.document(letter).attaches]
    texts = {rule.code for rule in pack.naskah}
    found: list[Annex] = []
    for code in dict.fromkeys(attached):
        found += _texts(track.case, code) if code in texts else [_paper(track, code)]
    return found


def _paper(track: DprdTrack, code: str) -> Annex:
    rule = track.pack.document(code)
    stored = file_on_hand(track, code)
    if stored:
        return Annex(rule.label, (stored,))
    return Annex(rule.label, missing=_("Diunggah bersama surat pada langkah pengajuan."))


def _texts(case: Case, kind: str) -> list[Annex]:
    """The texts of a kind: signed copies where signed, else the PDF of the newest draft."""
    rule = case.pack.naskah_kind(kind)
    texts = list(case.naskah.filter(kind=kind).exclude(state=NaskahState.CANCELLED))
    if not texts:
        missing = _("%s belum disusun.") % rule.label
        return [Annex(rule.label, missing=missing, url=_writing(case, kind))]
    return [_signed(text) if text.state == NaskahState.SIGNED else _draft(text) for text in texts]


def _writing(case: Case, kind: str) -> str:
    """Where such a text is begun, when this is the time for it."""
    rule = case.pack.naskah_kind(kind)
    if case.state not in rule.drafted_in:
        return ""
    return reverse("agreements:naskah_new", args=[case.public_id, kind])


def _signed(text: Naskah) -> Annex:
    rows = text.signatures.select_related("signed_copy", "party__region", "party__partner")
    copies = {row.signed_copy.pk: row.signed_copy for row in rows if row.signed_copy}
    missing = "" if copies else _("Salinan bertanda tangan belum diunggah.")
    return Annex(_titled(text), tuple(copies.values()), missing, text.get_absolute_url())


def _draft(text: Naskah) -> Annex:
    newest = text.versions.order_by("-number").values_list("number", flat=True).first()
    done = [
        job.result
        for job in pdf_jobs(text)
        if job.state == JobState.DONE and job.result and job.payload.get("version") == newest
    ]
    label = _("Rancangan %s") % _titled(text)
    if done:
        return Annex(label, (done[0],), url=text.get_absolute_url())
    missing = _("PDF versi terbaru belum dibuat; buka naskahnya lalu buat PDF.")
    return Annex(label, missing=missing, url=text.get_absolute_url())


def _titled(text: Naskah) -> str:
    return f"{text.rule.label}: {text.title}"


def zip_of(annexes: list[Annex]) -> IO[Any]:
    """All files of the annexes in one package, numbered as the list is; the caller closes it."""
    package: IO[Any] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the response closes it
    with ZipFile(package, "w", ZIP_DEFLATED) as archive:
        for number, annex in enumerate(annexes, 1):
            for place, stored in enumerate(annex.files, 1):
                archive.writestr(f"{number:02d}-{place}-{stored.name}", read_bytes(stored))
    package.seek(0)
    return package
