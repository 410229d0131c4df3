"""Which laws a wording names: found once when it is saved, and once more for wordings saved before that."""

from collections.abc import Iterable

from agreements.models import CitedLaws, NaskahVersion
from agreements.naskah.citations import keys_of
from agreements.naskah.structure import Body, fingerprint, from_json
from agreements.services.naskah_rules import texts_of
from regions.models import LegalBasis

TOGETHER = 500


def laws_of(body: Body) -> list[str]:
    """The laws a body names."""
    return sorted(keys_of("\n\n".join(texts_of(body))))


def remember_laws(body: Body) -> None:
    """Keep which laws a wording names."""
    CitedLaws.objects.get_or_create(sha256=fingerprint(body), defaults={"keys": laws_of(body)})


def laws_by_print(prints: Iterable[str]) -> dict[str, frozenset[str]]:
    """The laws of many wordings by fingerprint; those never looked at are looked at now."""
    wanted = set(prints)
    known: dict[str, frozenset[str]] = {}
    names = sorted(wanted)
    for start in range(0, len(names), TOGETHER):
        rows = CitedLaws.objects.filter(sha256__in=names[start : start + TOGETHER])
        known |= {row.sha256: frozenset(row.keys) for row in rows}
    return known | _look_up(wanted - set(known))


def _look_up(prints: set[str]) -> dict[str, frozenset[str]]:
    """Read wordings that were saved before their laws were noted."""
    found: dict[str, frozenset[str]] = {}
    for version in NaskahVersion.objects.filter(sha256__in=prints).iterator(chunk_size=50):
        if version.sha256 not in found:
            found[version.sha256] = frozenset(laws_of(from_json(version.body)))
    CitedLaws.objects.bulk_create(
        [CitedLaws(sha256=print_, keys=sorted(keys)) for print_, keys in found.items()], ignore_conflicts=True
    )
    return found


def keys_of_basis(basis: LegalBasis) -> frozenset[str]:
    """How texts name a law of the register."""
    own = f"{basis.kind}:{basis.number.casefold()}/{basis.year}"
    return keys_of(basis.citation) or frozenset({own})
