"""Where a law is cited: clauses of the library, templates of the product, running drafts, agreements in force."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from agreements.law.loading import codes, latest
from agreements.models import Clause, ClauseVersion, LawChange, Naskah, NaskahVersion
from agreements.naskah.citations import cite, keys_of
from agreements.naskah.library import available, library
from agreements.naskah.structure import ayat_from_json
from agreements.querysets import NaskahQuerySet
from agreements.services.cited_laws import keys_of_basis, laws_by_print
from ksd.accounts.models import User
from regions.models import LegalBasis

ROOT = Path(__file__).resolve().parent.parent
PACKS, LETTERS = ROOT / "law" / "packs", ROOT / "documents" / "drafts" / "data"


@dataclass(frozen=True)
class TemplateUse:
    """A template of the product that names the law, and how often."""

    label: str
    count: int


@dataclass(frozen=True)
class Impact:
    """Everything that names a law, the texts only as far as the reader may see them."""

    clauses: list[Clause]
    templates: list[TemplateUse]
    drafts: list[Naskah]
    agreements: list[Naskah]
    unseen: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing names it."""
        return not (self.clauses or self.templates or self.drafts or self.agreements or self.unseen)


def impact_of(change: LawChange, user: User) -> Impact:
    """What a change of a law touches."""
    keys = keys_of_basis(change.basis)
    texts = naskah_citing(change.basis, Naskah.objects.all())
    seen = set(Naskah.objects.visible_to(user).values_list("pk", flat=True))
    mine = [text for text in texts if text.pk in seen]
    return Impact(
        clauses=_clauses(keys),
        templates=_templates(keys),
        drafts=[text for text in mine if text.is_open],
        agreements=[text for text in mine if not text.is_open],
        unseen=len(texts) - len(mine),
    )


def naskah_citing(basis: LegalBasis, among: NaskahQuerySet) -> list[Naskah]:
    """Texts being written or in force whose newest (or agreed) wording names the law."""
    keys = keys_of_basis(basis)
    newest = NaskahVersion.objects.filter(naskah=OuterRef("pk")).order_by("-number")
    texts = among.alive().select_related("case", "parent", "agreed_version")
    texts = texts.prefetch_related("case__parties").annotate(newest=Subquery(newest.values("sha256")[:1]))
    rows = list(texts.filter(Q(newest__isnull=False)).order_by("title", "pk"))
    prints = {text.pk: _print_of(text) for text in rows}
    laws = laws_by_print(prints.values())
    return [text for text in rows if keys & laws.get(prints[text.pk], frozenset())]


def _print_of(text: Naskah) -> str:
    agreed = text.agreed_version
    return agreed.sha256 if agreed else str(text.newest)  # type: ignore[attr-defined]  # annotated by the query


def _clauses(keys: frozenset[str]) -> list[Clause]:
    rows = ClauseVersion.objects.filter(is_current=True).select_related("clause").order_by("clause")
    return [row.clause for row in rows if keys & keys_of(_words(row))]


def _words(version: ClauseVersion) -> str:
    return "\n".join(text for row in ayat_from_json(version.ayat) for text in (row.text, *row.huruf))


def _templates(keys: frozenset[str]) -> list[TemplateUse]:
    named = {"frame": _("Pembuka %s"), "pack": _("Paket hukum %s"), "letter": _("Surat %s")}
    counted = ((sort, name, sum(key in keys for key in found)) for sort, name, found in template_laws())
    return [TemplateUse(named[sort] % name, count) for sort, name, count in counted if count]


@lru_cache
def template_laws() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Every template of the product, its sort and name, with the laws it names."""
    found: list[tuple[str, str, str]] = []
    for naskah, family in available():
        frame = library(naskah, family).frame
        name = " ".join(filter(None, (naskah.upper(), family.upper())))
        recitals = (row.text for row in frame.recitals)
        words = "\n\n".join([*frame.bases, *recitals, frame.agreement, *frame.closing])
        found.append(("frame", name, words))
    for code in codes():
        pack = latest(code)
        files = sorted((PACKS / code).glob("*.toml"))
        found.append(("pack", pack.name, files[-1].read_text(encoding="utf-8") if files else ""))
    for path in sorted(LETTERS.glob("*.toml")):
        found.append(("letter", path.stem, path.read_text(encoding="utf-8")))
    return tuple((sort, name, tuple(row.key for row in cite(words))) for sort, name, words in found)
