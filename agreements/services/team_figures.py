"""What the register tells of one year of a region's cooperation, as the report of its TKKSD begins with it."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from agreements.choices import NaskahState
from agreements.choices.teams import Advice
from agreements.law import loading
from agreements.models import (
    Case,
    CaseReport,
    IntakeTriage,
    Naskah,
    Obligation,
    Party,
    Recommendation,
    Review,
)
from agreements.querysets.extensions import final_states, resting_states
from agreements.querysets.rows import keeping
from regions.models import Region

Figure = tuple[str, str, str]  # part, what was counted, how many


def figures_of(region: Region, year: int) -> list[Figure]:
    """Each figure with the part of the report it stands in; a fixed number of queries."""
    kept = Case.objects.filter(pk__in=Party.objects.filter(keeping(), region=region).values("case"))
    rows = [*_cases(kept, year), *_texts(kept, year), *_team(region, year), *_running(region, kept, year)]
    return [(part, label, str(count)) for part, label, count in rows]


def _cases(kept: "QuerySet[Case]", year: int) -> Iterable[tuple[str, str, int]]:
    part = "Kerja sama"
    yield part, f"Usulan dan penawaran yang dicatat tahun {year}", kept.filter(created_at__year=year).count()
    resting, final = resting_states(), final_states()
    standing: dict[str, list[int]] = {}
    for kind, state, count in kept.order_by().values_list("kind", "state").annotate(Count("pk")):
        place = 1 if state in resting else 2 if state in final else 0
        standing.setdefault(kind, [0, 0, 0])[place] += count
    labels = {kind.code: kind.label for kind in loading.all_kinds()}
    for kind, counts in sorted(standing.items()):
        for word, count in zip(("dalam proses", "dilaksanakan", "selesai"), counts, strict=True):
            if count:
                yield part, f"{labels.get(kind, kind)}: {word}", count


def _texts(kept: "QuerySet[Case]", year: int) -> Iterable[tuple[str, str, int]]:
    signed = Naskah.objects.filter(case__in=kept, state=NaskahState.SIGNED)
    yield "Naskah", f"Naskah yang ditandatangani tahun {year}", signed.filter(signed_on__year=year).count()
    yield "Naskah", f"Naskah yang berakhir tahun {year}", signed.filter(ends_on__year=year).count()
    yield "Naskah", "Naskah yang berlaku", signed.in_force().count()


def _team(region: Region, year: int) -> Iterable[tuple[str, str, int]]:
    part = "Tugas TKKSD"
    reviews = Review.objects.filter(region=region, withdrawn_at=None)
    yield part, "Telaah yang diselesaikan", reviews.filter(submitted_at__year=year).count()
    yield part, "Telaah yang masih ditunggu", reviews.filter(submitted_at=None).count()
    given = Recommendation.objects.filter(region=region, dated__year=year)
    told = dict(given.order_by().values_list("advice").annotate(Count("pk")))
    for advice in Advice:
        yield part, f"Rekomendasi: {advice.label}", told.get(advice.value, 0)
    away = IntakeTriage.objects.filter(region=region, created_at__year=year)
    yield part, "Permohonan yang disaring saat masuk", away.count()


def _running(region: Region, kept: "QuerySet[Case]", year: int) -> Iterable[tuple[str, str, int]]:
    part = "Pelaksanaan dan pelaporan"
    late = Obligation.objects.filter(naskah__case__in=kept, party__region=region).late()
    yield part, "Kewajiban daerah yang lewat jatuh tempo", late.count()
    reports = CaseReport.objects.filter(region=region, period_end__year=year)
    yield part, "Laporan berkala yang harus disampaikan", reports.count()
    yield part, "Laporan berkala yang belum selesai", reports.exclude(awaits="").count()
