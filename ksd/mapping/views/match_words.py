"""The reasons of a pair as sentences, made from their facts when they are shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ksd.core.words import figures
from ksd.mapping.choices import Priority
from ksd.mapping.matching.rows import FORM_OF
from ksd.mapping.models import MappingRow, Match

LABELS: dict[str, str | Promise] = {
    "urusan": gettext_lazy("Urusan yang sama"),
    "text": gettext_lazy("Kemiripan pokok"),
    "figures": gettext_lazy("Angka yang melengkapi"),
    "border": gettext_lazy("Berbatasan"),
    "distance": gettext_lazy("Jarak"),
    "past": gettext_lazy("Kerja sama terdahulu"),
    "goal": gettext_lazy("Sasaran rencana daerah"),
    "priority": gettext_lazy("Prioritas"),
    "means": gettext_lazy("Kesiapan anggaran"),
    "wish": gettext_lazy("Calon mitra yang disebut"),
    "weaker": gettext_lazy("Bentuk yang lebih lemah"),
}
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """One reason as the table shows it."""

    label: str | Promise
    sentence: str
    points: float


def lines_of(match: Match) -> list[Line]:
    """Every reason of a pair with its points, the weightiest first."""
    rows = sorted(match.reasons, key=lambda reason: -reason["points"])
    return [
        Line(LABELS[row["code"]], _SENTENCES[row["code"]](match, row["facts"]), row["points"] / 10)
        for row in rows
    ]


def number(value: float) -> str:
    """A figure as people write it, without idle zeros."""
    return figures(Decimal(f"{value:.3f}".rstrip("0").rstrip(".")))


def _urusan(match: Match, _facts: Facts) -> str:
    return _("Keduanya dalam urusan %s.") % match.urusan


def _text(_match: Match, facts: Facts) -> str:
    words = [one if one == other else f"{one} ≈ {other}" for one, other in facts["words"]]
    if not words:
        return _("Uraian keduanya memakai kata yang sama.")
    return _("Kata pokok yang sama atau searti: %s.") % ", ".join(words)


def _figures(_match: Match, facts: Facts) -> str:
    words = {
        "thing": facts["thing"],
        "need": f"{number(facts['need'])} {facts['need_unit']}",
        "have": f"{number(facts['have'])} {facts['have_unit']}",
        "share": number(facts["share"]),
    }
    return _("%(thing)s: dibutuhkan %(need)s, tersedia %(have)s, yaitu %(share)s%% dari kebutuhan.") % words


def _border(match: Match, _facts: Facts) -> str:
    return _("%(one)s dan %(other)s berbatasan.") % {"one": match.first_region, "other": match.second_region}


def _distance(_match: Match, facts: Facts) -> str:
    if "km" in facts:
        return _("Titik tengah kedua wilayah berjarak sekitar %s km.") % number(facts["km"])
    hops = int(facts["hops"])
    if hops == 1:
        return _("Bertetangga langsung.")
    return ngettext("Dipisahkan %d daerah.", "Dipisahkan %d daerah.", hops - 1) % (hops - 1)


def _past(_match: Match, facts: Facts) -> str:
    count = int(facts["count"])
    return ngettext(
        "Ada %d kerja sama yang sudah ditandatangani keduanya dalam urusan ini.",
        "Ada %d kerja sama yang sudah ditandatangani keduanya dalam urusan ini.",
        count,
    ) % count  # fmt: skip


def _who(match: Match, facts: Facts) -> str:
    named = [str(region) for side, region in _sides(match) if facts[side]]
    return _(" dan ").join(named)


def _sides(match: Match) -> tuple[tuple[str, Any], ...]:
    return (("first", match.first_region), ("second", match.second_region))


def _goal(match: Match, facts: Facts) -> str:
    return _("Mendukung sasaran rencana %s.") % _who(match, facts)


def _priority(match: Match, facts: Facts) -> str:
    words = {"level": str(Priority(facts["priority"]).label).lower(), "region": match.first_region}
    if FORM_OF[match.form].near:
        return _("Prioritas tertinggi yang diberikan kedua daerah: %(level)s.") % words
    return _("%(region)s memberinya prioritas %(level)s.") % words


def _means(match: Match, facts: Facts) -> str:
    return _("Sudah dianggarkan oleh %s.") % _who(match, facts)


def _wish(match: Match, facts: Facts) -> str:
    if facts["first"] and facts["second"]:
        return _("Kedua daerah saling menyebut sebagai calon mitra.")
    regions = (match.first_region, match.second_region)
    who, other = regions if facts["first"] else reversed(regions)
    return _("%(region)s menyebut %(other)s sebagai calon mitra.") % {"region": who, "other": other}


def _weaker(_match: Match, _facts: Facts) -> str:
    return _("Kekuatan dan kelemahan belum menyebut kebutuhan dan potensi yang nyata.")


_SENTENCES: dict[str, Callable[[Match, Facts], str]] = {
    "urusan": _urusan,
    "text": _text,
    "figures": _figures,
    "border": _border,
    "distance": _distance,
    "past": _past,
    "goal": _goal,
    "priority": _priority,
    "means": _means,
    "wish": _wish,
    "weaker": _weaker,
}


@dataclass(frozen=True)
class Change:
    """What of a rejected pair changed: whose row, which field, before and after."""

    region: Any
    field: str
    before: str
    after: str


def changes_of(match: Match) -> list[Change]:
    """What changed since the pair was rejected."""
    regions = dict(_sides(match))
    return [
        Change(
            regions[row["side"]],
            str(MappingRow._meta.get_field(row["field"]).verbose_name),  # type: ignore[union-attr]  # plain fields only
            row["before"],
            row["after"],
        )
        for row in match.changes
    ]
