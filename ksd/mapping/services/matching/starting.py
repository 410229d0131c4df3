"""From a pair, or a group of pairs, to a proposal: one act, prefilled, with all regions as parties."""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law import loading
from agreements.law.schema import Kind
from agreements.models import Case
from agreements.services.proposal import PROPOSE, add_party, save_details, start_case
from ksd.accounts.access import AnyUser, may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.core.words import figures
from ksd.mapping.choices import MatchState
from ksd.mapping.law.wajib import verdict_rule
from ksd.mapping.models import MappingRow, Match, RowCase, RowTriage
from ksd.mapping.services.access import write_row_event
from ksd.mapping.services.matching.deciding import lock_match
from ksd.mapping.services.outputs.handing_over import carry_screening, carry_test
from regions.models import Office, Region

_TITLE, _PLACE, _SUMMARY, _YEARS = 250, 250, 5000, 5


def kinds_between_regions() -> list[Kind]:
    """The kinds of cooperation whose other party is a region."""
    return [kind for kind in loading.all_kinds() if kind.partner == "region"]


def kind_found(matches: Iterable[Match]) -> str:
    """The one kind of cooperation every tested row of these pairs was found to be; empty where they differ."""
    rows = {pk for match in matches for pk in (match.first_id, match.second_id)}
    verdicts = RowTriage.objects.filter(row__in=rows).exclude(verdict="").values_list("verdict", flat=True)
    kinds = {rule.kinds for verdict in verdicts if (rule := verdict_rule(verdict))}
    between = {kind.code for kind in kinds_between_regions()}
    found = {code for codes in kinds for code in codes}
    return found.pop() if len(kinds) == 1 and len(found) == 1 and found <= between else ""


def proposers(user: AnyUser, regions: Iterable[Region]) -> list[Region]:
    """The regions a person may propose a cooperation for, of those concerned."""
    return [region for region in regions if may(user, PROPOSE, region)]


def title_of(rows: Sequence[MappingRow]) -> str:
    """What the proposal is called, to begin with."""
    return rows[0].title[:_TITLE]


def summary_of(rows: Sequence[MappingRow]) -> str:
    """Why it is proposed: what each region said, with its figures."""
    return "\n".join(_line(row) for row in rows)[:_SUMMARY]


def _line(row: MappingRow) -> str:
    figure = ""
    if row.figure is not None:
        figure = f" ({row.figure_name}: {figures(row.figure)} {row.figure_unit})"
    told = f" {row.description.strip()}" if row.description.strip() else ""
    return f"{row.get_kind_display()} {row.region}: {row.title}{figure}.{told}"


@transaction.atomic
def start_from_matches(
    *, actor: User, matches: Sequence[Match], region: Region, kind: str, title: str
) -> Case:
    """Begin one proposal of a region with every other region of these pairs as partner, tied to all their rows.

    Raises NotAllowed, ImpossibleStep or DomainError.
    """
    kept = [lock_match(match) for match in sorted(matches, key=lambda match: match.pk)]
    rows = _rows(kept)
    _require_start(actor, kept, rows, region)
    if kind not in {known.code for known in kinds_between_regions()}:
        raise DomainError(
            _("Jenis kerja sama ini bukan antardaerah."), remedy=_("Pilih jenis dari daftar."), status=422
        )
    own = [row for row in rows if row.region_id == region.pk]
    case = start_case(
        actor=actor, region=region, kind=kind, title=title, label="Usulan dibuat dari pemetaan potensi"
    )
    case = save_details(
        actor=actor, case=case, seen_revision=case.revision, urusan=[kept[0].first.urusan], office=_office(own),
        title=title.strip(), summary=summary_of(rows), location=_place(rows), proposed_years=_years(rows),
    )  # fmt: skip
    for partner in _others(rows, region):
        add_party(actor=actor, case=case, region=partner)
    carry_screening(actor=actor, row=own[0], case=case)
    carry_test(actor=actor, rows=rows, case=case)
    _tie(actor, kept, rows, case, region)
    return Case.objects.get(pk=case.pk)


def _rows(matches: Sequence[Match]) -> list[MappingRow]:
    """The rows of these pairs, each once, who lacks something first."""
    found = {match.first_id: match.first for match in matches}
    found |= {match.second_id: match.second for match in matches}
    return list(found.values())


def _others(rows: Iterable[MappingRow], region: Region) -> list[Region]:
    others = {row.region_id: row.region for row in rows if row.region_id != region.pk}
    return sorted(others.values(), key=lambda other: other.code)


def _require_start(actor: User, matches: Sequence[Match], rows: Sequence[MappingRow], region: Region) -> None:
    if region.pk not in {row.region_id for row in rows} or not may(actor, PROPOSE, region):
        raise NotAllowed(
            _("Anda tidak berwenang mengusulkan kerja sama atas nama %s.") % region,
            remedy=_("Mintalah petugas kerja sama daerah itu mengusulkannya."),
        )
    for match in matches:
        if match.case_id:
            raise ImpossibleStep(
                _("Pasangan “%s” sudah menjadi usulan kerja sama.") % match,
                remedy=_("Lanjutkan pada usulan kerja samanya."),
            )
        if match.state == MatchState.DITOLAK:
            raise ImpossibleStep(
                _("Pasangan “%s” ditolak.") % match,
                remedy=_("Pihak yang menolak lebih dahulu menerimanya."),
            )
    if not all(row.counts for row in rows):
        raise ImpossibleStep(
            _("Salah satu barisnya sudah ditarik atau digabung."), remedy=_("Muat ulang daftar pasangan.")
        )


def _office(own: Iterable[MappingRow]) -> Office | None:
    """The office in charge of the first row of the proposing region that names one."""
    return next((row.office for row in own if row.office), None)


def _place(rows: Iterable[MappingRow]) -> str:
    """Where: every place named, each once."""
    return "; ".join(dict.fromkeys(row.location.strip() for row in rows if row.location.strip()))[:_PLACE]


def _years(rows: Iterable[MappingRow]) -> int:
    return max((row.years for row in rows if row.years), default=_YEARS)


def _tie(
    actor: User, matches: Iterable[Match], rows: Iterable[MappingRow], case: Case, region: Region
) -> None:
    for match in matches:
        match.case, match.state = case, MatchState.USULAN
        match.save(update_fields=["case", "state"])
    for row in rows:
        RowCase.objects.get_or_create(row=row, case=case, defaults={"created_by": actor})
        # Every participant reads this history; the words of a proposal are its region's until it is offered.
        write_row_event(row, actor, f"Menjadi usulan kerja sama {region.full_name}"[:160])
