"""The health of a cooperation: visible facts, each with its weight and the rows behind it; never a hidden number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.choices import Health
from agreements.models import Case, CaseReport, HealthOverride, Proceeding
from agreements.services.acting import not_yours
from agreements.services.practice import chosen
from agreements.services.running import duties_of, money_of
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.deadlines.models import Deadline, DeadlineState

OVERRIDE = "agreements.receive"
LONGEST_DAYS = 366
TONES = {Health.GREEN: "success", Health.AMBER: "warning", Health.RED: "danger", Health.UNKNOWN: "secondary"}


@dataclass(frozen=True)
class Reading:
    """What one fact says of one case: a share from 0 to 1, and the words that explain it."""

    share: float
    words: str


Readings = Mapping[int, Reading]


@dataclass(frozen=True)
class Fact:
    """One visible fact: its weight is an office setting, `read` asks it of many cases in a fixed number of queries."""

    code: str
    label: str | Promise
    setting: str
    read: Callable[[list[Case]], Readings]
    page: str = "agreements:reports"


@dataclass(frozen=True)
class FactResult:
    """A fact of one case with its weight; `reading` is None while nothing is known, and then it does not count."""

    label: str
    weight: int
    reading: Reading | None
    url: str

    @property
    def percent(self) -> int | None:
        """The share in percent."""
        return round(100 * self.reading.share) if self.reading else None


@dataclass(frozen=True)
class HealthReport:
    """The health of one case: its facts, the score they give, and a person's word over it, if one holds."""

    facts: list[FactResult]
    score: int | None
    computed: Health
    override: HealthOverride | None
    limits: tuple[int, int]

    @property
    def health(self) -> Health:
        """What holds: the person's word while it runs, else what was computed."""
        return Health(self.override.health) if self.override else self.computed

    @property
    def tone(self) -> str:
        """The colour, always shown with the word."""
        return TONES[self.health]

    @property
    def label(self) -> str:
        """The health as people read it."""
        return str(self.health.label)


def _reports(cases: list[Case]) -> Readings:
    """Of the reports whose day has passed or that were sent: how many in time."""
    today = clock.today()
    rows = CaseReport.objects.filter(case__in=cases).values_list(
        "case_id", "sent_on", "sent_due_on", "deadline__due_on"
    )
    counts: defaultdict[int, list[bool]] = defaultdict(list)
    for case, sent, sent_due, due in rows:
        if sent is not None:
            counts[case].append(sent_due is None or sent <= sent_due)
        elif _passed(due, today):
            counts[case].append(False)
    words = _("%(good)d dari %(all)d laporan tepat waktu")
    return {case: _share(marks, words) for case, marks in counts.items()}


def _passed(due: date | None, today: date) -> bool:
    """Whether a day lies behind; a report without a running term has none."""
    return due is not None and due < today


def _terms(cases: list[Case]) -> Readings:
    """Of the terms of the case that ended or lapsed, reports left out: how many were kept."""
    kind, today = ContentType.objects.get_for_model(Case), clock.today()
    rows = Deadline.objects.filter(content_type=kind, object_id__in=[case.pk for case in cases])
    rows = rows.exclude(state=DeadlineState.CANCELLED).exclude(link__contains="/laporan/")
    counts: defaultdict[int, list[bool]] = defaultdict(list)
    for case, due, met in rows.values_list("object_id", "due_on", "met_on"):
        if met is not None or due < today:
            counts[case].append(met is not None and met <= due)
    words = _("%(good)d dari %(all)d tenggat terpenuhi")
    return {case: _share(marks, words) for case, marks in counts.items()}


def _disputes(cases: list[Case]) -> Readings:
    """Of the disputes recorded: how many are settled; a case without any says nothing here."""
    rows = Proceeding.objects.disputes().filter(case__in=cases).values_list("case_id", "closed_on")
    counts: defaultdict[int, list[bool]] = defaultdict(list)
    for case, closed in rows:
        counts[case].append(closed is not None)
    words = _("%(good)d dari %(all)d perselisihan selesai")
    return {case: _share(marks, words) for case, marks in counts.items()}


def _share(marks: list[bool], words: str) -> Reading:
    return Reading(sum(marks) / len(marks), words % {"good": sum(marks), "all": len(marks)})


def _duties(cases: list[Case]) -> Readings:
    """Of the duties fulfilled or past their day: how many are fulfilled; those to come say nothing yet."""
    words = _("%(good)d dari %(all)d kewajiban terlaksana")
    rows = duties_of(cases).items()
    return {case: _share([True] * done + [False] * late, words) for case, (done, late) in rows if done + late}


def _money(cases: list[Case]) -> Readings:
    """Of the money planned up to this year: how much was spent."""
    words = _("%(percent)d persen anggaran terserap")
    shares = {case: min(1.0, float(spent / planned)) for case, (planned, spent) in money_of(cases).items()}
    return {case: Reading(share, words % {"percent": int(100 * share)}) for case, share in shares.items()}


FACTS: tuple[Fact, ...] = (
    Fact("laporan", gettext_lazy("Laporan tepat waktu"), "bobot_laporan", _reports),
    Fact(
        "kewajiban",
        gettext_lazy("Kewajiban terlaksana"),
        "bobot_kewajiban",
        _duties,
        "agreements:obligations",
    ),
    Fact("anggaran", gettext_lazy("Anggaran terserap"), "bobot_anggaran", _money, "agreements:budget"),
    Fact(
        "perselisihan",
        gettext_lazy("Tanpa perselisihan terbuka"),
        "bobot_perselisihan",
        _disputes,
        "agreements:proceedings",
    ),
    Fact("tenggat", gettext_lazy("Tenggat terpenuhi"), "bobot_tenggat", _terms, "agreements:case"),
)
_SETTINGS = (*(fact.setting for fact in FACTS), "batas_sehat", "batas_perhatian")


def health_in_bulk(cases: Iterable[Case]) -> dict[int, HealthReport]:
    """The health of many cases in a fixed number of queries, by case number."""
    rows = list(cases)
    settings = {code: int(value) for code, value in chosen(_SETTINGS).items()}
    read = [(fact, fact.read(rows)) for fact in FACTS]
    words = _overrides(rows)
    return {case.pk: _health(case, read, settings, words.get(case.pk)) for case in rows}


def health_of(case: Case) -> HealthReport:
    """The health of one case."""
    return health_in_bulk([case])[case.pk]


def _overrides(cases: list[Case]) -> dict[int, HealthOverride]:
    held = HealthOverride.objects.filter(
        case__in=cases, withdrawn_on__isnull=True, expires_on__gte=clock.today()
    )
    return {row.case_id: row for row in held.select_related("set_by").order_by("pk")}


def _health(
    case: Case,
    read: list[tuple[Fact, Readings]],
    settings: Mapping[str, int],
    override: HealthOverride | None,
) -> HealthReport:
    facts = [
        FactResult(
            label=str(fact.label),
            weight=settings[fact.setting],
            reading=readings.get(case.pk),
            url=reverse(fact.page, args=[case.public_id]),
        )
        for fact, readings in read
    ]
    score, limits = score_of(facts), (settings["batas_sehat"], settings["batas_perhatian"])
    return HealthReport(facts, score, _colour(score, limits), override, limits)


def score_of(facts: Iterable[FactResult]) -> int | None:
    """The weighted average of what is known, in percent; None when nothing is."""
    known = [(fact.weight, fact.reading.share) for fact in facts if fact.reading and fact.weight]
    total = sum(weight for weight, _share_known in known)
    return round(100 * sum(weight * share for weight, share in known) / total) if total else None


def _colour(score: int | None, limits: tuple[int, int]) -> Health:
    if score is None:
        return Health.UNKNOWN
    return Health.GREEN if score >= limits[0] else Health.AMBER if score >= limits[1] else Health.RED


@transaction.atomic
def override_health(*, actor: User, case: Case, health: str, reason: str, expires_on: date) -> HealthOverride:
    """Set a person's word over the computed health, with its reason and last day; the one before it ends."""
    Case.objects.select_for_update().get(pk=case.pk)
    _require(actor, case)
    today = clock.today()
    if health not in (Health.GREEN, Health.AMBER, Health.RED) or not reason.strip():
        raise DomainError(_("Penilaian dan alasannya wajib diisi."), remedy=_("Lengkapi keduanya."))
    if not 0 <= (expires_on - today).days <= LONGEST_DAYS:
        raise DomainError(
            _("Penetapan berlaku paling lama satu tahun dan tidak berakhir di masa lalu."),
            remedy=_("Pilih tanggal antara hari ini dan setahun lagi."),
        )
    case.health_overrides.filter(withdrawn_on__isnull=True, expires_on__gte=today).update(withdrawn_on=today)
    return HealthOverride.objects.create(
        case=case, health=health, reason=reason.strip(), expires_on=expires_on, set_on=today, set_by=actor
    )


@transaction.atomic
def withdraw_override(*, actor: User, override: HealthOverride) -> None:
    """End a person's word before its day. Raises NotAllowed, or ImpossibleStep when it no longer holds."""
    _require(actor, override.case)
    held = HealthOverride.objects.filter(
        pk=override.pk, withdrawn_on__isnull=True, expires_on__gte=F("set_on")
    )
    if not override.is_current or not held.update(withdrawn_on=clock.today()):
        raise ImpossibleStep(_("Penetapan ini sudah tidak berlaku."), remedy=_("Muat ulang halaman ini."))


def _require(actor: User, case: Case) -> None:
    if case.initiator.region_id not in acting_region_ids(actor, OVERRIDE):
        raise not_yours(_("Biro Pemerintahan provinsi"))
