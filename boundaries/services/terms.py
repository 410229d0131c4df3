"""Rules of time: begun with what sources say, kept by the Biro, each change with its reason."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import TermUnit
from boundaries.law import term_seeds
from boundaries.models import BoundaryEvent, BoundaryTerm, BoundaryTermChange, Segment
from boundaries.services.access import MANAGE
from boundaries.services.checks import require_same, words
from boundaries.services.running import run_event
from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, NotAllowed
from ksd.core.words import long_date

FIELDS = (
    "label", "level", "event", "amount", "unit", "day_type", "source", "verified", "valid_from", "valid_to",
    "note",
)  # fmt: skip
LONGEST_AMOUNT = 3650


def load_terms() -> str:
    """Add the terms of the sources that are missing; what the Biro changed is left alone."""
    known = set(BoundaryTerm.objects.values_list("code", flat=True))
    rows = [BoundaryTerm(**asdict(seed)) for seed in term_seeds() if seed.code not in known]
    BoundaryTerm.objects.bulk_create(rows)
    return _("%(count)d ketentuan waktu batas") % {"count": BoundaryTerm.objects.count()}


def may_keep_terms(user: AnyUser) -> bool:
    """Whether a person may change rules of time: any Biro; every change is kept with its reason."""
    return may(user, MANAGE)


def term_for(code: str, segment: Segment, day: date) -> BoundaryTerm | None:
    """The rule of this code for a segment on a day; one for its own level stands before the general one."""
    rows = BoundaryTerm.objects.filter(code=code, level__in=["", segment.kind])
    valid = [row for row in rows if row.is_valid(day)]
    return max(valid, key=lambda row: (bool(row.level), row.valid_from or date.min), default=None)


@transaction.atomic
def write_term(
    *, actor: User, term: BoundaryTerm | None, facts: dict[str, Any], reason: str, seen: int | None = None
) -> BoundaryTerm:
    """Fill in or change a rule of time, or add one; what runs by it is counted anew.

    Raises NotAllowed, StaleForm, DomainError or ValidationError.
    """
    if not may_keep_terms(actor):
        raise NotAllowed(
            _("Anda tidak berwenang mengubah ketentuan waktu."),
            remedy=_("Mintalah Biro Pemerintahan provinsi mengubahnya."),
        )
    why = words(reason, _("Tuliskan alasan dan dasar perubahan ini."))
    row = BoundaryTerm.objects.select_for_update().get(pk=term.pk) if term else BoundaryTerm()
    require_same(seen, row.revision)
    before, begun_by = (_in_words(row), row.event) if term else ("", "")
    for name in (*FIELDS, *(() if term else ("code",))):
        setattr(row, name, facts[name])
    _check(row)
    row.revision += 1
    row.full_clean()
    row.save()
    BoundaryTermChange.objects.create(term=row, before=before, after=_in_words(row), reason=why, actor=actor)
    _count_anew(actor, {row.event, begun_by})
    return row


def _count_anew(actor: User, kinds: set[str]) -> None:
    """What runs on open events of these kinds follows the rules as they stand now."""
    events = BoundaryEvent.objects.filter(kind__in=kinds, closed_on=None)
    for event in events.select_related("segment__region_a__parent", "segment__region_b__parent"):
        run_event(actor, event)


def _check(row: BoundaryTerm) -> None:
    if row.amount is not None and not 1 <= row.amount <= LONGEST_AMOUNT:
        raise DomainError(
            _("Lama waktu antara 1 dan %d.") % LONGEST_AMOUNT, remedy=_("Periksa angkanya."), status=422
        )
    if row.amount is not None and not row.source.strip():
        raise DomainError(
            _("Isi pasal atau sumber lama waktunya."),
            remedy=_("Salin dari naskah peraturan, misalnya pasal dan ayatnya."), status=422,
        )  # fmt: skip
    if row.verified and row.amount is None:
        raise DomainError(
            _("Ketentuan yang kosong tidak dapat dinyatakan terverifikasi."),
            remedy=_("Isi lama waktunya, atau hapus tandanya."), status=422,
        )  # fmt: skip


def _in_words(row: BoundaryTerm) -> str:
    """A rule as the history tells it."""
    with_dates = [
        (_("berlaku mulai"), row.valid_from), (_("berlaku sampai"), row.valid_to),
    ]  # fmt: skip
    parts = [
        row.label,
        str(row.get_level_display()) if row.level else "",
        row.length_label or str(_("belum diisi")),
        str(row.get_event_display()),
        row.source,
        str(_("terverifikasi") if row.verified else _("belum diverifikasi")),
        *(f"{label} {long_date(day)}" for label, day in with_dates if day),
        row.note,
    ]
    return "; ".join(part for part in parts if part)


def is_counted(term: BoundaryTerm) -> bool:
    """Whether days can run by this rule: it is filled in and measured in days or months."""
    return term.amount is not None and term.unit != TermUnit.COUNT
