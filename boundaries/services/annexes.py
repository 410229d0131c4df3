"""Asking for the print of an annex; the same data asked for again are not printed twice."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from boundaries.choices import AnnexKind
from boundaries.documents.annexes.checks import hindrance
from boundaries.documents.annexes.facts import SegmentFacts
from boundaries.documents.annexes.gather import facts_of
from boundaries.documents.annexes.prints import choice_data, digest, line_of
from boundaries.documents.maps.plan import Choice, Plan
from boundaries.geo.sheets import TooManySheets
from boundaries.models import Annex, Segment
from boundaries.services.access import may_manage, spoken_for
from boundaries.tasks.annexes import ANNEX_JOB
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core.errors import DomainError, NotAllowed, NotReady
from ksd.core.jobs import request_job
from ksd.core.models import JobState


def may_print(user: AnyUser, segment: Segment) -> bool:
    """Whether a person prepares annexes: keeps the record, or speaks for one of the two sides."""
    return may_manage(user, segment) or bool(spoken_for(user, segment))


@transaction.atomic
def request_annex(*, actor: User, segment: Segment, kind: str, choice: Choice) -> Annex:
    """Ask for a print. Raises NotAllowed, NotReady when there is nothing to print, DomainError for too many sheets."""
    if not may_print(actor, segment):
        raise NotAllowed(
            _("Anda tidak berwenang menyusun lampiran segmen %(segment)s.") % {"segment": segment},
            remedy=_("Mintalah petugas salah satu pihak atau Biro Pemerintahan provinsinya."),
        )
    Segment.objects.select_for_update(of=("self",)).get(pk=segment.pk)
    facts = facts_of(segment)
    check_printable(facts, kind, choice)
    found = digest(kind, facts, choice)
    same = Annex.objects.filter(segment=segment, kind=kind, choice=choice_data(choice), digest=found)
    done = same.exclude(job__state=JobState.FAILED).exclude(job=None).select_related("job").first()
    return done or _ask(actor, segment, kind, choice, facts, found)


def check_printable(facts: SegmentFacts, kind: str, choice: Choice) -> None:
    """Refuse what cannot be drawn, before any worker tries."""
    line = line_of(facts, choice)
    refusal = hindrance(kind, facts, line)
    if refusal:
        raise NotReady(refusal, remedy=_("Lengkapi titik, ruas, atau garis segmen ini lebih dahulu."))
    if kind == AnnexKind.PETA and line is not None:
        count_sheets(facts, choice)


def count_sheets(facts: SegmentFacts, choice: Choice) -> int:
    """How many sheets a map needs, its index not counted. Raises DomainError (422) when nobody would bind so many."""
    line = line_of(facts, choice)
    if line is None:
        return 0
    try:
        return len(Plan(facts, line, choice).windows)
    except TooManySheets as error:
        raise DomainError(
            _("Pada skala ini peta memerlukan lebih dari %(count)s lembar.") % {"count": error.count},
            remedy=_("Pilih skala yang lebih kecil (angka yang lebih besar) atau kertas yang lebih besar."),
            status=422,
        ) from error


def _ask(actor: User, segment: Segment, kind: str, choice: Choice, facts: SegmentFacts, found: str) -> Annex:
    line = line_of(facts, choice) if kind == AnnexKind.PETA else None
    claims = [row for row in facts.lines if row.role == "klaim"] if choice.claims and line else []
    annex = Annex.objects.create(
        segment=segment,
        kind=kind,
        choice=choice_data(choice),
        summary=summary_of(choice, line.label if line else ""),
        digest=found,
        confidential=any(row.confidential for row in (*claims, *([line] if line else []))),
        asked_by=actor,
    )
    annex.job = request_job(
        kind=ANNEX_JOB,
        key=f"{annex.pk}",
        payload={
            "annex": annex.pk,
            "result_url": reverse("boundaries:annex_file", args=[segment.slug, annex.pk]),
        },
        actor=actor,
        label=f"{annex.get_kind_display()} – {segment}"[:200],
    )
    annex.save(update_fields=["job"])
    return annex


def summary_of(choice: Choice, line: str) -> str:
    """The choice of a map in a line; nothing for the other kinds."""
    if not line:
        return ""
    way = "melintang" if choice.landscape else "tegak"
    scale = f"1:{choice.scale:,}".replace(",", ".")
    return f"{choice.paper.upper()} {way}, {scale}, {line}{', dengan klaim' if choice.claims else ''}"[:200]
