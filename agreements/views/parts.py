"""The parts of a text an editor page can hold, found by their place in the address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from agreements.documents.gather import facts_of
from agreements.documents.printed import sheet_of
from agreements.documents.sheet import NaskahSheet
from agreements.forms.parts import AnnexForm, BasesForm, PartForm, PasalForm, RecitalsForm
from agreements.law.schema import ClauseRule
from agreements.models import ClauseFallback, Naskah, NaskahVersion
from agreements.naskah.assemble import each_party
from agreements.naskah.checks import Finding, findings
from agreements.naskah.facts import NaskahFacts, values_of
from agreements.naskah.placeholders import registry
from agreements.naskah.plain import print_ayat
from agreements.naskah.structure import Body, Pasal, ayat_from_json
from agreements.services.clause_reading import fallbacks_for
from agreements.services.wording import body_of, requirement
from agreements.views.text_findings import finding_list
from ksd.core.words import roman


@dataclass(frozen=True)
class Part:
    """One part with its editor."""

    key: str
    label: str
    build: Callable[..., PartForm]
    initial: dict[str, Any]

    def form(self, data: QueryDict | None, seen_number: int) -> PartForm:
        """The editor, filled with the wording of the newest version or with what was typed."""
        return self.build(data, initial={**self.initial, "seen_number": seen_number})


def part_or_404(body: Body, key: str) -> Part:
    """The part of this name: konsiderans, dasar-hukum, pasal-<klausul> or lampiran-<nomor>."""
    if key == "konsiderans":
        return Part(key, _("Konsiderans"), RecitalsForm, RecitalsForm.initial_of(body))
    if key == "dasar-hukum":
        return Part(key, _("Dasar hukum"), BasesForm, BasesForm.initial_of(body))
    kind, _dash, name = key.partition("-")
    part = {"pasal": _pasal_part, "lampiran": _annex_part}.get(kind, _no_part)(body, name)
    if part is None:
        raise Http404
    return part


def _no_part(_body: Body, _name: str) -> Part | None:
    return None


def _pasal_part(body: Body, clause: str) -> Part | None:
    for number, pasal in enumerate(body.pasal, start=1):
        if pasal.clause == clause:
            label = f"Pasal {number} {pasal.title}"
            initial = PasalForm.initial_of(pasal)
            return Part(
                f"pasal-{clause}",
                label,
                lambda *a, **k: PasalForm(*a, clause=clause, **k),
                initial,
            )
    return None


def _annex_part(body: Body, name: str) -> Part | None:
    if not name.isdecimal() or len(name) > 4 or not 1 <= int(name) <= len(body.annexes):
        return None
    number = int(name)
    annex = body.annexes[number - 1]
    place = "Lampiran" if len(body.annexes) == 1 else f"Lampiran {roman(number)}"
    return Part(
        f"lampiran-{number}",
        f"{place} {annex.title}",
        lambda *a, **k: AnnexForm(*a, number=number, **k),
        AnnexForm.initial_of(annex),
    )


@dataclass(frozen=True)
class PasalRow:
    """A pasal in the list of parts, with the rule that asks for it."""

    pasal: Pasal
    number: int
    rule: ClauseRule | None
    is_first: bool
    is_last: bool


def pasal_rows(naskah: Naskah, body: Body) -> list[PasalRow]:
    """Every pasal with what the law says about it."""
    last = len(body.pasal)
    return [
        PasalRow(pasal, number, requirement(naskah, pasal.clause), number == 1, number == last)
        for number, pasal in enumerate(body.pasal, start=1)
    ]


@dataclass(frozen=True)
class Token:
    """A placeholder with its value today."""

    code: str
    label: str
    help: str
    value: str


def tokens_of(facts: NaskahFacts) -> list[Token]:
    """Every placeholder of this text with what it prints now."""
    values = values_of(facts)
    rows = registry(len(facts.parties))
    return [Token(f"{{{row.code}}}", row.label, row.help, values.get(row.code, "")) for row in rows]


def of_part(found: list[Finding], part: Part) -> list[Finding]:
    """The findings of one part."""
    return [finding for finding in found if finding.anchor == part.key]


def part_page(naskah: Naskah, version: NaskahVersion, part: Part, form: PartForm) -> dict[str, Any]:
    """What the editor of a part shows beside the form: its preview, its findings, the placeholders."""
    newest = body_of(version)
    typed = form.is_bound and form.is_valid()
    body = form.changed(newest) if typed else newest
    facts = facts_of(naskah)
    return {
        "naskah": naskah,
        "version": version,
        "part": part,
        "form": form,
        "preview": _preview(sheet_of(naskah, version, body), part, body),
        "unsaved": typed,
        "findings": finding_list(
            naskah, version, of_part(findings(body, naskah.rule, facts), part), mends=not typed, here=part.key
        ),
        "tokens": tokens_of(facts),
        "references": [
            (f"{{pasal:{row.clause}}}", f"Pasal {n} {row.title}") for n, row in enumerate(body.pasal, 1)
        ],
        "rule": requirement(naskah, part.key.partition("-")[2]),
        "fallbacks": _fallbacks(naskah, part),
        "newer": _newer_text(part, form),
    }


def _fallbacks(naskah: Naskah, part: Part) -> list[tuple[ClauseFallback, str]]:
    """The fallback wordings of this Pasal as lines, each party named."""
    rows = fallbacks_for(naskah).get(part.key.removeprefix("pasal-"), [])
    parties = len(naskah.case.acting_parties)
    return [(row, print_ayat(each_party(ayat_from_json(row.ayat), parties))) for row in rows]


def _newer_text(part: Part, form: PartForm) -> str:
    """The wording somebody else saved meanwhile, to compare with what was typed."""
    if not form.is_bound or not form.non_field_errors():
        return ""
    return str(part.initial.get("text") or part.initial.get("lines") or part.initial.get("table") or "")


def _preview(sheet: NaskahSheet, part: Part, body: Body) -> dict[str, Any]:
    kind, _dash, name = part.key.partition("-")
    if kind == "pasal":
        index = next(i for i, row in enumerate(body.pasal) if row.clause == name)
        return {"pasal": sheet.pasal[index]}
    if kind == "lampiran":
        return {"annex": sheet.annexes[int(name) - 1]}
    return {"rows": sheet.recitals if kind == "konsiderans" else sheet.bases}
