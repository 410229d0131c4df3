"""What rules a segment rests on: a regulation is written down once and named by every segment it speaks of."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import RegulationRole, Stage
from boundaries.models import Regulation, Segment, SegmentRegulation
from boundaries.services.access import may_manage
from boundaries.services.traces import changes, kept_by, rewrite, trace
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady
from ksd.core.files import store_upload
from ksd.core.uploads import PDF_ONLY

_NUMBER_WORD = re.compile(r"^(?:nomor|no\.?|nomer)\s*", re.IGNORECASE)
_WITH_YEAR = re.compile(r"^0*(\d{1,5})\s*(?:/|tahun)\s*(\d{4})$", re.IGNORECASE)


@dataclass(frozen=True)
class RegulationFacts:
    """A regulation as somebody typed it; see `tidy` for the number."""

    kind: str
    number: str
    year: int
    issuer: str = ""
    title: str = ""
    dated: date | None = None
    gazette_number: str = ""
    gazette_year: int | None = None
    source: str = ""
    verified: bool = False


def tidy(number: str) -> str:
    """The bare number: "Nomor 030" and "30" are one; the numbers of governors keep their signs."""
    bare = " ".join(_NUMBER_WORD.sub("", number.strip()).split())
    return bare.lstrip("0") or "0" if bare.isdigit() else bare


def split_year(number: str) -> tuple[str, int] | None:
    """ "30/2017" and "30 Tahun 2017" as number and year; None for any other number."""
    found = _WITH_YEAR.match(_NUMBER_WORD.sub("", number.strip()))
    return (found[1], int(found[2])) if found else None


@transaction.atomic
def add_regulation(
    *,
    actor: User,
    segment: Segment,
    facts: RegulationFacts,
    role: str,
    note: str = "",
    upload: "UploadedFile[Any] | None" = None,
) -> SegmentRegulation:
    """Write down a new regulation and what it does to the segment.

    A number used before is refused and named with its segments. Raises NotAllowed, ImpossibleStep or ValidationError.
    """
    row = kept_by(actor, segment)
    same = find_same(facts)
    if same is not None:
        raise _used_twice(actor, same, row)
    stored = store_upload(upload=upload, actor=actor, kind="boundary", accept=PDF_ONLY) if upload else None
    values = vars(facts) | {"number": tidy(facts.number)}
    regulation = Regulation.objects.create(**values, file=stored, added_by=actor, added_at=clock.now())
    return _attach(actor, row, regulation, role, note)


def find_same(facts: RegulationFacts, *, besides: Regulation | None = None) -> Regulation | None:
    """The regulation with this number that is on record already."""
    rows = Regulation.objects.filter(
        kind=facts.kind,
        number__iexact=tidy(facts.number),
        year=facts.year,
        issuer__iexact=facts.issuer.strip(),
    )
    return rows.exclude(pk=besides.pk if besides else None).first()


def _used_twice(actor: User, same: Regulation, row: Segment) -> ImpossibleStep:
    """The refusal of a number used twice, naming the segments that rest on it."""
    segments = list(same.segments.select_related("region_a", "region_b"))
    if row in segments:
        remedy = _("Peraturan itu sudah ada pada segmen ini; perbaiki barisnya, jangan menulisnya lagi.")
    else:
        remedy = _(
            "Bila peraturan itu juga mengatur segmen ini, pilih “Tambahkan peraturan yang sudah tercatat”."
        )
    return ImpossibleStep(
        _("%(regulation)s sudah tercatat pada: %(segments)s.")
        % {"regulation": same, "segments": _named(actor, segments)},
        remedy=remedy,
    )


def _named(actor: User, segments: list[Segment]) -> str:
    seen = set(
        Segment.objects.visible_to(actor)
        .filter(pk__in=[row.pk for row in segments])
        .values_list("pk", flat=True)
    )
    names = [str(row) for row in segments if row.pk in seen]
    hidden = len(segments) - len(names)
    if hidden:
        names.append(_("%d segmen daerah lain") % hidden)
    return "; ".join(names) or _("daftar peraturan, belum pada satu segmen pun")


@transaction.atomic
def attach_regulation(
    *, actor: User, segment: Segment, regulation: Regulation, role: str, note: str = ""
) -> SegmentRegulation:
    """Let a regulation on record speak of one segment more. Raises NotAllowed or ImpossibleStep."""
    row = kept_by(actor, segment)
    if row.bases.filter(regulation=regulation).exists():
        raise ImpossibleStep(
            _("%(regulation)s sudah tercatat pada segmen ini.") % {"regulation": regulation},
            remedy=_("Perbaiki barisnya bila kedudukannya keliru."),
        )
    return _attach(actor, row, regulation, role, note)


def _attach(actor: User, row: Segment, regulation: Regulation, role: str, note: str) -> SegmentRegulation:
    basis = SegmentRegulation.objects.create(
        segment=row, regulation=regulation, role=role, note=note.strip(), added_by=actor, added_at=clock.now()
    )
    trace(
        actor=actor,
        segment=row,
        label=f"Mencatat {regulation}",
        detail=f"Kedudukan: {basis.get_role_display()}",
    )
    retell(row)
    return basis


@transaction.atomic
def amend_basis(*, actor: User, basis: SegmentRegulation, role: str, note: str = "") -> SegmentRegulation:
    """Change what a regulation does to a segment. Raises NotAllowed or NotReady."""
    row = kept_by(actor, basis.segment)
    current = row.bases.select_related("regulation").get(pk=basis.pk)
    before = (current.get_role_display(), current.note)
    if role != current.role:
        _require_still_settled(row, current)
    current.role, current.note = role, note.strip()
    current.save(update_fields=["role", "note"])
    told = changes(
        [("Kedudukan", before[0], current.get_role_display()), ("Catatan", before[1], current.note)]
    )
    if told:
        trace(actor=actor, segment=row, label=f"Mengubah kedudukan {current.regulation}", detail=told)
    retell(row)
    return current


@transaction.atomic
def detach_regulation(*, actor: User, basis: SegmentRegulation, reason: str) -> None:
    """Take a regulation off a segment; the regulation itself stays on record. Raises NotAllowed or NotReady."""
    row = kept_by(actor, basis.segment)
    _require_still_settled(row, basis)
    SegmentRegulation.objects.filter(pk=basis.pk).delete()
    trace(actor=actor, segment=row, label=f"Melepas {basis.regulation}", detail=reason.strip())
    retell(row)


def _require_still_settled(row: Segment, basis: SegmentRegulation) -> None:
    """A segment at "ditetapkan" keeps at least one regulation that set it."""
    sets = basis.role == RegulationRole.MENETAPKAN
    if sets and row.stage == Stage.DITETAPKAN and not row.bases.settling().exclude(pk=basis.pk).exists():
        raise NotReady(
            _("Segmen ini berada pada tahapan “%(stage)s”; peraturan yang menetapkannya tidak dapat dilepas.")
            % {"stage": row.get_stage_display()},
            remedy=_("Catat dahulu peraturan penggantinya, atau ralat tahapan segmen."),
            article=_("Pasal 401 UU 23/2014"),
        )


@transaction.atomic
def amend_regulation(
    *,
    actor: User,
    regulation: Regulation,
    facts: RegulationFacts,
    upload: "UploadedFile[Any] | None" = None,
) -> Regulation:
    """Correct a regulation for all segments that rest on it. Raises NotAllowed, ImpossibleStep or ValidationError."""
    current = Regulation.objects.select_for_update(of=("self",)).get(pk=regulation.pk)
    segments = list(current.segments.select_related("region_a", "region_b").select_for_update(of=("self",)))
    if not may_amend(actor, segments):
        raise NotAllowed(
            _("Peraturan ini hanya dapat diperbaiki oleh yang mengurus salah satu segmennya."),
            remedy=_("Mintalah Biro Pemerintahan provinsi salah satu pihak memperbaikinya."),
        )
    same = find_same(facts, besides=current)
    if same is not None:
        raise _used_twice(actor, same, segments[0])
    told = rewrite(current, vars(facts) | {"number": tidy(facts.number)})
    if upload:
        current.file = store_upload(upload=upload, actor=actor, kind="boundary", accept=PDF_ONLY)
    current.save()
    for row in segments:
        trace(actor=actor, segment=row, label=f"Memperbaiki {current}", detail=told)
        retell(row)
    return current


def may_amend(user: AnyUser, segments: list[Segment]) -> bool:
    """Whether a person corrects a regulation: whoever keeps the record of one of its segments."""
    return any(may_manage(user, row) for row in segments)


def retell(row: Segment) -> None:
    """Write the line lists show: the newest regulation that set the boundary."""
    basis = row.bases.settling().first()
    row.regulation = basis.regulation.citation[:250] if basis else ""
    row.regulation_title = basis.regulation.title if basis else ""
    row.save(update_fields=["regulation", "regulation_title"])
