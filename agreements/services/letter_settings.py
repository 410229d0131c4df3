"""The office setting of a region: kop surat, paper, letter, and its patterns of numbers."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.models import LetterSetting, NumberSeries
from agreements.services.acting import not_yours
from agreements.services.series import Series, kinds_of_papers, series_of, short_of
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.number_patterns import NumberWords, number_of, pattern_faults
from regions.models import Region

PERMISSION = "agreements.clauses"


def require_keeper(actor: User, region: Region) -> None:
    """Refuse whoever does not keep the letters of this region. Raises NotAllowed."""
    if not may(actor, PERMISSION, region):
        raise not_yours(_("surat-surat %s") % region.full_name)


@transaction.atomic
def save_letter_setting(*, actor: User, region: Region, setting: LetterSetting) -> LetterSetting:
    """Keep how the region's papers look from now on; what was issued keeps its own page."""
    require_keeper(actor, region)
    kept = LetterSetting.objects.select_for_update().filter(region=region).first()
    setting.pk, setting.region = (kept.pk if kept else None), region
    setting.changed_by, setting.changed_at = actor, clock.now()
    setting.full_clean(validate_unique=kept is None)
    setting.save()
    return setting


@dataclass(frozen=True)
class SeriesGiven:
    """A pattern of numbers as somebody fills it in; `kind` empty stands for every kind without one of its own."""

    pattern: str
    kind: str = ""
    code: str = ""
    unit: str = ""
    after: int = 0
    after_year: int | None = None


@transaction.atomic
def save_series(*, actor: User, region: Region, given: SeriesGiven) -> NumberSeries:
    """Keep a pattern; refuse one that could print a number another pattern of the region prints too."""
    require_keeper(actor, region)
    if given.kind and given.kind not in kinds_of_papers():
        raise DomainError(_("Jenis surat ini tidak dikenal."), remedy=_("Pilih dari daftar."), status=422)
    faults = pattern_faults(given.pattern, NumberWords(given.code, given.unit))
    if faults:
        raise DomainError(" ".join(dict.fromkeys(faults)), remedy=_("Perbaiki pola nomornya."), status=422)
    # The region is locked, so that two patterns saved at once are held against each other.
    region = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    _check_apart(region, given)
    changed = {"changed_by": actor, "changed_at": clock.now()}
    row, _new = NumberSeries.objects.update_or_create(
        region=region, kind=given.kind, defaults={**asdict(given), **changed}
    )
    return row


@transaction.atomic
def drop_series(*, actor: User, region: Region, kind: str) -> None:
    """Let a kind be counted with the others again; the numbers it gave stay."""
    require_keeper(actor, region)
    NumberSeries.objects.filter(region=region, kind=kind).delete()


def _check_apart(region: Region, given: SeriesGiven) -> None:
    others = {row.kind: row for row in NumberSeries.objects.filter(region=region).exclude(kind=given.kind)}
    own = Series(given.pattern, NumberWords(given.code, given.unit), given.kind)
    for kind, row in others.items():
        one, two = (own, series_of(row)) if given.kind else (series_of(row), own)
        if _sample(one, given.kind or kind) == _sample(two, given.kind or kind) or (
            given.kind and kind and _sample(own, given.kind) == _sample(series_of(row), kind)
        ):
            raise DomainError(
                _("Pola ini dapat mencetak nomor yang sama dengan pola “%s”.") % row.pattern,
                remedy=_("Bedakan kode klasifikasi, singkatan, atau susunannya."),
                status=422,
            )


def _sample(series: Series, kind: str) -> str:
    """The first number of the year for this kind, without the zeros in front that make no difference."""
    words = NumberWords(series.words.code, series.words.unit, short_of(kind))
    plain = series.pattern.replace("{nomor3}", "{nomor}").replace("{nomor4}", "{nomor}")
    return number_of(plain, 1, clock.today(), words)
