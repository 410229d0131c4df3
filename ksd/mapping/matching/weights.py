"""What a reason may be worth: points of each feature, set by the region that leads the mapping."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Office practice, no rule of law: what each reason is worth at most, of about a hundred points.
DEFAULTS: dict[str, int] = {
    "urusan": 10,
    "text": 35,
    "figures": 15,
    "border": 10,
    "distance": 8,
    "past": 6,
    "goal": 6,
    "priority": 4,
    "means": 3,
    "wish": 3,
}
FEATURES = tuple(DEFAULTS)
# Points taken from strength and weakness: less is known of them than of a need and a potential.
WEAKER = 5
THRESHOLD = 35
MOST_POINTS = 60


@dataclass(frozen=True, slots=True)
class Weights:
    """Points at most of each feature, and from how many points on a pair is listed."""

    points: Mapping[str, int] = field(default_factory=lambda: dict(DEFAULTS))
    threshold: int = THRESHOLD

    def of(self, feature: str) -> int:
        """Points at most of a feature; one nobody has weighed counts as usual."""
        return self.points.get(feature, DEFAULTS[feature])


def tenths(points: int, mille: int) -> int:
    """Tenths of a point for a feature that holds to so many thousandths: whole numbers, so that sums are exact."""
    return (points * mille + 50) // 100


def score_of(values: Mapping[str, int], weights: Weights, *, weaker: bool = False) -> int:
    """Tenths of a point of a whole pair: the sum of its reasons, nothing else."""
    total = sum(tenths(weights.of(feature), values.get(feature, 0)) for feature in FEATURES)
    return max(0, total - 10 * WEAKER * weaker)
