"""Weights of the leading region: saved as a new revision, with their effect shown before."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import DomainError, StaleForm
from ksd.mapping.matching.rows import FORM_OF
from ksd.mapping.matching.weights import DEFAULTS, MOST_POINTS, Weights, score_of
from ksd.mapping.models import Match, MatchWeights, Period
from ksd.mapping.services.access import require_manager
from ksd.mapping.services.matching.reading import weights_of
from ksd.mapping.services.matching.requesting import request_run

TOP, MOST_READ = 10, 5000


@dataclass(frozen=True)
class Moved:
    """A pair among the first under the old or the new weights; places count from one, None is beyond the list."""

    match: Match
    before: int
    after: int
    place_before: int | None
    place_after: int | None
    falls_out: bool

    @property
    def points_before(self) -> float:
        """Points under the old weights."""
        return self.before / 10

    @property
    def points_after(self) -> float:
        """Points under the new ones."""
        return self.after / 10


@dataclass(frozen=True)
class Effect:
    """What other weights would do: how many of the kept pairs stay on the list, and those that stand first."""

    shown: int
    stays: int
    total: int
    moved: list[Moved]

    @property
    def falls_out(self) -> int:
        """How many pairs would no longer be listed."""
        return self.shown - self.stays


def effect_of(period: Period, weights: Weights) -> Effect:
    """The pairs that stand first now or would under other weights, among those kept; nothing is written.

    Pairs under today's threshold are not kept, so a lower threshold shows its newcomers only after the next run.
    """
    kept = Match.objects.filter(period=period, listed=True).for_list()[:MOST_READ]
    now = weights_of(period.region)
    scored = [(match, _under(match, now), _under(match, weights)) for match in kept]
    before = _places({match.pk: score for match, score, _new in scored})
    after = _places({match.pk: new for match, _score, new in scored if new >= 10 * weights.threshold})
    moved = [
        Moved(match, score, new, before.get(match.pk), after.get(match.pk), new < 10 * weights.threshold)
        for match, score, new in scored
        if match.pk in before or match.pk in after
    ]
    moved.sort(key=lambda row: (row.place_after or TOP + 1, row.place_before or TOP + 1))
    stays = sum(new >= 10 * weights.threshold for _match, _score, new in scored)
    return Effect(len(scored), stays, sum(weights.points.values()), moved)


def _under(match: Match, weights: Weights) -> int:
    values = {reason["code"]: reason["mille"] for reason in match.reasons if reason["code"] in DEFAULTS}
    return score_of(values, weights, weaker=FORM_OF[match.form].weaker)


def _places(scores: Mapping[int, int]) -> dict[int, int]:
    first = sorted(scores, key=lambda pk: (-scores[pk], pk))[:TOP]
    return {pk: place for place, pk in enumerate(first, start=1)}


@transaction.atomic
def save_weights(
    *, actor: User, period: Period, points: Mapping[str, int], threshold: int, seen_revision: int
) -> MatchWeights:
    """Weigh anew, for every mapping this region leads, and look through this period again.

    Raises NotAllowed, StaleForm or DomainError.
    """
    require_manager(actor, period.region)
    rows = MatchWeights.objects.filter(region=period.region)
    newest: int = rows.aggregate(most=Max("revision"))["most"] or 0
    if newest != seen_revision:
        raise StaleForm(
            _("Bobot sudah disimpan lagi sesudah Anda membukanya."),
            remedy=_("Isian Anda masih ada di bawah. Bandingkan dengan bobot terbaru, lalu simpan lagi."),
        )
    if set(points) != set(DEFAULTS) or not all(0 <= value <= MOST_POINTS for value in points.values()):
        raise DomainError(
            _("Bobot diisi 0 sampai %d untuk setiap alasan.") % MOST_POINTS,
            remedy=_("Periksa isiannya."),
            status=422,
        )
    if not points["text"]:
        raise DomainError(
            _("Kemiripan pokok tidak boleh berbobot nol: tanpa itu pasangan tidak berarti."),
            remedy=_("Isi sekurang-kurangnya 1."), status=422,
        )  # fmt: skip
    saved = MatchWeights.objects.create(
        region=period.region, revision=newest + 1, points=dict(points), threshold=threshold, saved_by=actor
    )
    request_run(actor=actor, period=period)
    return saved
