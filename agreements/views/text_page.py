"""What the page of one text shows, gathered in a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.documents.printed import is_final, sheet_of
from agreements.documents.sheet import PrintedPasal
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.structure import from_json
from agreements.services.naskah import require_drafter
from agreements.services.naskah_life import may_act, require_act
from agreements.services.naskah_rules import findings_of
from agreements.services.pdf import pdf_jobs
from agreements.services.turns import text_holders
from agreements.views.access import case_crumbs, person
from agreements.views.change_marks import change_marks
from agreements.views.party_lines import PartyLine, party_lines, permits
from agreements.views.text_findings import FindingList, finding_list
from agreements.views.word_card import word_card
from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.models import Job, JobState

TONES = {
    NaskahState.DRAFTED: "primary",
    NaskahState.DISCUSSED: "info",
    NaskahState.AGREED: "warning",
    NaskahState.SIGNED: "success",
    NaskahState.CANCELLED: "secondary",
}


# No text has more versions than this many digits can count.
MOST_DIGITS = 9


def text_or_404(request: Any, public_id: str) -> Naskah:
    """A text within the person's scope with its case; a stranger finds nothing."""
    texts = Naskah.objects.visible_to(request.user).select_related(
        "case", "parent", "agreed_version", "event"
    )
    texts = texts.prefetch_related("case__parties__region", "case__parties__partner", "case__urusan")
    text: Naskah = get_object_or_404(texts, public_id=public_id)
    return text


def version_or_404(naskah: Naskah, number: str) -> NaskahVersion | None:
    """The version somebody asks for in words; None when no number was given, 404 for one there is not."""
    if not number.isdecimal():
        return None
    if len(number) > MOST_DIGITS:
        raise Http404
    return get_object_or_404(naskah.versions, number=int(number))


def text_crumbs(naskah: Naskah, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way through the case and the text to a page below it."""
    own = f"{naskah.rule.label} {naskah.order}" if naskah.rule.many else naskah.rule.label
    return case_crumbs(naskah.case, (own, naskah.get_absolute_url()), *more)


@dataclass(frozen=True)
class ReadPasal:
    """A pasal as it reads, with the code its editor is found by."""

    clause: str
    printed: PrintedPasal


def reading(naskah: Naskah, version: NaskahVersion) -> dict[str, Any]:
    """A version as it reads, every pasal with its code."""
    body, sheet = from_json(version.body), sheet_of(naskah, version)
    pairs = zip(body.pasal, sheet.pasal, strict=True)
    return {"sheet": sheet, "pasal": [ReadPasal(row.clause, printed) for row, printed in pairs]}


def next_step(naskah: Naskah, waiting: list[str]) -> str:
    """What has to happen next, said to everybody."""
    names = ", ".join(waiting)
    return {
        NaskahState.DRAFTED: _("%s menyusun naskah ini, lalu membagikannya kepada semua pihak.")
        % naskah.case.keeper.short_name,
        NaskahState.DISCUSSED: _("Menunggu persetujuan %s atas versi terbaru.") % names,
        NaskahState.AGREED: _("Isi naskah sudah dikunci. Menunggu tanda tangan %s.") % names,
        NaskahState.SIGNED: _("Semua pihak sudah menandatangani."),
        NaskahState.CANCELLED: _("Naskah ini dibatalkan; isinya tetap dapat dibaca."),
    }[NaskahState(naskah.state)]


def then(naskah: Naskah, done: str) -> Callable[[], str]:
    """What was done, and what has to happen next with the text as it stands after it."""

    def said() -> str:
        text = Naskah.objects.select_related("case").get(pk=naskah.pk)
        parties = list(text.case.parties.select_related("region", "partner"))
        holders = text_holders(text, parties)
        return f"{done} {next_step(text, [row.short_name for row in parties if row.pk in holders])}"

    return said


def page_of(request: Any, naskah: Naskah) -> dict[str, Any]:
    """Everything the page of a text shows."""
    user = person(request)
    versions = list(naskah.versions.select_related("author").defer("frozen"))
    shown = naskah.agreed_version or versions[0]
    lines = party_lines(user, naskah, versions[0])
    waiting = [line.row.party.short_name for line in lines if line.waiting]
    return {
        "naskah": naskah,
        "rule": naskah.rule,
        "tone": TONES[NaskahState(naskah.state)],
        "version": shown,
        "versions": versions,
        "lines": lines,
        "waiting": waiting,
        "event": getattr(naskah, "event", None),
        "next_step": next_step(naskah, waiting),
        "findings": _findings(user, naskah, shown, lines),
        "final": is_final(naskah, shown),
        "events": [_entry(event) for event in naskah.events.all()],
        **reading(naskah, shown),
        **_buttons(user, naskah, lines, permits(require_drafter, user, naskah.case)),
        **_files(pdf_jobs(naskah)),
        "change": change_marks(user, naskah),
        "word": word_card(user, naskah),
        "crumbs": text_crumbs(naskah),
    }


def _findings(
    user: User, naskah: Naskah, version: NaskahVersion, lines: list[PartyLine]
) -> FindingList | None:
    """What speaks against the wording and against those who will sign, blocking things first."""
    if not naskah.is_open:
        return None
    found = [*findings_of(naskah, version), *(row for line in lines for row in line.findings)]
    mends = naskah.state == NaskahState.DRAFTED and permits(require_drafter, user, naskah.case)
    return finding_list(naskah, version, found, mends=mends)


def _share_refusal(user: User, naskah: Naskah) -> ImpossibleStep | None:
    """Why the text cannot be shared yet although its drafter asks, in the words the act itself would use."""
    try:
        require_act(user, naskah, "bagikan")
    except ImpossibleStep as refusal:
        return refusal
    return None


def _buttons(user: User, naskah: Naskah, lines: list[PartyLine], drafter: bool) -> dict[str, Any]:
    """Which acts this person may take now."""
    signed = any(line.row.signed_on for line in lines)
    drafting = drafter and naskah.state == NaskahState.DRAFTED
    return {
        "can_edit": drafting,
        "share_refusal": _share_refusal(user, naskah) if drafting else None,
        "my_turn": drafting
        or any(line.may_decide or line.may_sign or bool(line.steps.open_to_me) for line in lines),
        "can_reopen": not signed and may_act(user, naskah, "buka_kembali"),
        "can_cancel": not signed and may_act(user, naskah, "batalkan"),
    }


def _files(jobs: list[Job]) -> dict[str, Any]:
    """PDF files there are, and the newest one still being made."""
    done = [job for job in jobs if job.state == JobState.DONE and job.result_id]
    newest = jobs[0] if jobs else None
    return {"files": done, "job": newest if newest and newest.state != JobState.DONE else None}


def _entry(event: Any) -> dict[str, Any]:
    return {
        "title": event.label,
        "at": event.at,
        "by": f"{event.actor_name} ({event.role})",
        "text": event.reason,
    }
