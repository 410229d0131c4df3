"""Questions to the clause library: what the law says about a clause, which running texts use it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from agreements.choices import NaskahState
from agreements.law.loading import codes, latest
from agreements.law.schema import LawPack
from agreements.models import Clause, ClauseFallback, ClauseVersion, Naskah, NaskahVersion
from agreements.naskah.assemble import each_party
from agreements.naskah.structure import Ayat, Pasal, ayat_from_json, from_json
from ksd.accounts.models import User


@dataclass(frozen=True)
class Need:
    """What one law pack says about a clause."""

    pack: str
    required: bool
    label: str
    article: str


def families() -> dict[str, str]:
    """The families of cooperation the newest packs know: code in small letters to name."""
    packs = [latest(code) for code in codes()]
    return {kind.family.lower(): pack.name for pack in packs for kind in pack.kinds}


def naskah_kinds() -> dict[str, str]:
    """The kinds of text the newest packs know."""
    known: dict[str, str] = {}
    for code in codes():
        for rule in latest(code).naskah:
            known.setdefault(rule.code, rule.label)
    return known


def needs_of(clause: Clause) -> list[Need]:
    """Which packs ask for this clause, and by which article."""
    return [need for code in codes() for need in _needs(latest(code), clause)]


def _needs(pack: LawPack, clause: Clause) -> Iterable[Need]:
    if clause.family and clause.family not in {kind.family.lower() for kind in pack.kinds}:
        return
    for rule in pack.naskah:
        for asked in rule.clauses:
            if (rule.code, asked.code) == (clause.naskah_kind, clause.code):
                yield Need(pack.name, asked.required, asked.label, asked.article)


def search_clauses(*, words: str = "", kind: str = "", family: str = "") -> QuerySet[Clause]:
    """Clauses by kind of text, family and words, each with its current wording."""
    current = ClauseVersion.objects.filter(is_current=True)
    found = Clause.objects.prefetch_related(Prefetch("versions", queryset=current, to_attr="now"))
    if kind:
        found = found.filter(naskah_kind=kind)
    if family:
        found = found.filter(family__in=("", family))
    for word in words.split()[:8]:
        holding = current.filter(clause=OuterRef("pk"), ayat__icontains=word)
        found = found.filter(
            Q(title__icontains=word)
            | Q(purpose__icontains=word)
            | Q(pk__in=Subquery(holding.values("clause")))
        )
    return found.order_by("naskah_kind", "order", "family", "code")


@dataclass(frozen=True)
class Use:
    """A running text with this clause: the library version it follows, or None when drafters changed it."""

    naskah: Naskah
    number: int | None


def uses_of(clause: Clause, user: User) -> list[Use]:
    """Running texts within the person's scope that hold this clause."""
    return _uses(clause, Naskah.objects.visible_to(user))


def unseen_old_uses(clause: Clause, user: User, current: int) -> int:
    """How many running texts beyond the person's scope hold an older wording; nothing else is told of them."""
    seen = Naskah.objects.visible_to(user).values("pk")
    return sum(use.number != current for use in _uses(clause, Naskah.objects.exclude(pk__in=seen)))


def _uses(clause: Clause, among: QuerySet[Naskah]) -> list[Use]:
    newest = NaskahVersion.objects.filter(naskah=OuterRef("pk")).order_by("-number")
    texts = among.filter(state__in=NaskahState.open(), kind=clause.naskah_kind)
    texts = texts.select_related("case").prefetch_related("case__parties")
    texts = texts.annotate(body=Subquery(newest.values("body")[:1])).order_by("-created_at")
    wordings = [(row.number, ayat_from_json(row.ayat)) for row in clause.versions.all()]
    uses = (_use(clause, text, wordings) for text in texts if _family_fits(clause, text))
    return [use for use in uses if use is not None]


def fallbacks_for(naskah: Naskah) -> dict[str, list[ClauseFallback]]:
    """The fallback wordings for the Pasal of a text, by clause, in the order they are offered."""
    family = naskah.case.kind_rule.family.lower()
    rows = ClauseFallback.objects.filter(
        clause__naskah_kind=naskah.kind, clause__family__in=("", family), ended_at=None
    )
    found: dict[str, list[ClauseFallback]] = {}
    own: set[str] = set()
    for row in rows.select_related("clause").order_by("-clause__family", "order"):
        code = row.clause.code
        if row.clause.family:
            own.add(code)
        elif code in own:
            continue  # the family's clause has its own positions
        found.setdefault(code, []).append(row)
    return found


def _family_fits(clause: Clause, text: Naskah) -> bool:
    return not clause.family or text.case.kind_rule.family.lower() == clause.family


def _use(clause: Clause, text: Naskah, wordings: list[tuple[int, tuple[Ayat, ...]]]) -> Use | None:
    body = from_json(cast(Any, text).body)  # annotated by the query above
    pasal: Pasal | None = next((row for row in body.pasal if row.clause == clause.code), None)
    if pasal is None:
        return None
    parties = len(text.case.acting_parties)
    same = (number for number, ayat in wordings if each_party(ayat, parties) == pasal.ayat)
    return Use(text, next(same, None))
