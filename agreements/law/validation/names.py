"""Every code is unique and well formed, every code a rule names is there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agreements.law.schema import Arrow, LawPack
from agreements.law.vocabulary import CHECKS, DPRD_EVENTS, NASKAH_EVENTS, PERMISSIONS, check_terms

CODE = re.compile(r"[a-z][a-z0-9_]*")
TABLES = ("kinds", "stages", "states", "arrows", "documents", "terms", "naskah")
DPRD_TABLES = ("dprd_causes", "dprd_table", "dprd_states", "dprd_arrows", "dprd_letters")


def faults(pack: LawPack) -> Iterator[str]:
    """Names that are ill formed, used twice, or lead nowhere."""
    yield from _tables(pack)
    for where, codes in _code_lists(pack):
        yield from _bad_codes(where, codes)
    for arrow in pack.arrows:
        where = f"arrows[{arrow.code}]"
        yield from arrow_names(pack, arrow, where, codes_of(pack.states))
        yield from _trigger(pack, where, arrow)
    for arrow in pack.dprd_arrows:
        yield from arrow_names(pack, arrow, f"dprd_arrows[{arrow.code}]", codes_of(pack.dprd_states))
    yield from _papers(pack)
    yield from _terms(pack)


def missing(where: str, names: Iterable[str], known: Iterable[str], table: str) -> Iterator[str]:
    """A fault for each name that the table does not hold."""
    held = set(known)
    yield from (f"{where}: '{name}' tidak ada di {table}" for name in names if name not in held)


def codes_of(rows: Iterable[object]) -> list[str]:
    """The codes of a table."""
    return [getattr(row, "code", "") for row in rows]


def _tables(pack: LawPack) -> Iterator[str]:
    yield from (f"{table}: tabel ini kosong" for table in (*TABLES, "bases") if not getattr(pack, table))
    shared = set(codes_of(pack.states)) & set(codes_of(pack.arrows))
    yield from (f"arrows[{code}]: nama ini sudah dipakai sebuah keadaan" for code in sorted(shared))
    taken = set(codes_of(pack.dprd_arrows)) & {*codes_of(pack.states), *codes_of(pack.arrows)}
    yield from (f"dprd_arrows[{code}]: nama ini sudah dipakai" for code in sorted(taken))
    twice = Counter(basis.citation for basis in pack.bases)
    yield from (f"bases[{name}]: tertulis {count} kali" for name, count in twice.items() if count > 1)


def _code_lists(pack: LawPack) -> Iterator[tuple[str, list[str]]]:
    for table in (*TABLES, *DPRD_TABLES, "settings", "end_reasons"):
        yield table, codes_of(getattr(pack, table))
    for kind in pack.kinds:
        questions = codes_of((*kind.questions, *kind.screening, *pack.dprd_questions))
        yield f"kinds[{kind.code}].questions", questions
        yield f"kinds[{kind.code}].configurations", codes_of(kind.configurations)
    for document in pack.documents:
        yield f"documents[{document.code}].items", codes_of(document.fields)
    for naskah in pack.naskah:
        yield f"naskah[{naskah.code}].clauses", codes_of(naskah.clauses)


def _bad_codes(where: str, codes: list[str]) -> Iterator[str]:
    for code, count in Counter(codes).items():
        if not CODE.fullmatch(code):
            yield f"{where}: kode '{code}' harus huruf kecil, angka, dan garis bawah"
        if count > 1:
            yield f"{where}: kode '{code}' dipakai {count} kali"


def arrow_names(pack: LawPack, arrow: Arrow, where: str, states: list[str]) -> Iterator[str]:
    """What an act names and the pack does not hold; `states` are those it may lead between."""
    stages, terms = codes_of(pack.stages), codes_of(pack.terms)
    yield from missing(f"{where}.sources", arrow.sources, states, "states")
    yield from missing(f"{where}.target", [arrow.target] if arrow.target else [], states, "states")
    papers = [arrow.proof] if arrow.proof else []
    for name, given in (("documents", arrow.documents), ("optional", arrow.optional), ("proof", papers)):
        yield from missing(f"{where}.{name}", given, codes_of(pack.documents), "documents")
    for name, given in (("starts", arrow.starts), ("stops", arrow.stops)):
        yield from missing(f"{where}.{name}", given, terms, "terms")
    for name, stage in (("stage", arrow.stage), ("skips", arrow.skips)):
        yield from missing(f"{where}.{name}", [stage] if stage else [], stages, "stages")
    yield from missing(f"{where}.kinds", arrow.kinds, codes_of(pack.kinds), "kinds")
    before = [arrow.date_not_before] if arrow.date_not_before else []
    acts = codes_of((*pack.arrows, *pack.dprd_arrows))
    yield from missing(f"{where}.date_not_before", before, acts, "arrows")
    permissions = [arrow.permission] if arrow.permission else []
    yield from missing(f"{where}.permission", permissions, PERMISSIONS, "daftar izin")
    yield from _checks(where, arrow, terms)


def _checks(where: str, arrow: Arrow, terms: list[str]) -> Iterator[str]:
    for check in arrow.checks:
        name = check.partition(":")[0]
        if name not in CHECKS:
            yield f"{where}.checks: '{check}' tidak dikenal; pilih dari {', '.join(CHECKS)}"
            continue
        named = check_terms(check)
        right = {"none": not named, "term": len(named) == 1, "terms": len(named) > 1}[CHECKS[name]]
        if not right:
            yield f"{where}.checks: '{check}' menyebut jumlah tenggat yang salah"
        yield from missing(f"{where}.checks", named, terms, "terms")


def _trigger(pack: LawPack, where: str, arrow: Arrow) -> Iterator[str]:
    if not arrow.trigger:
        return
    first, *rest = arrow.trigger.split(".")
    if first == "dprd" and len(rest) == 1 and rest[0] in DPRD_EVENTS:
        return
    if first != "naskah" or len(rest) != 2 or rest[1] not in NASKAH_EVENTS:
        shape = f"naskah.<jenis naskah>.<{'|'.join(NASKAH_EVENTS)}> atau dprd.<{'|'.join(DPRD_EVENTS)}>"
        yield f"{where}.trigger: '{arrow.trigger}' harus berbentuk {shape}"
        return
    yield from missing(f"{where}.trigger", [rest[0]], codes_of(pack.naskah), "naskah")


def _papers(pack: LawPack) -> Iterator[str]:
    documents, naskah, states = codes_of(pack.documents), codes_of(pack.naskah), codes_of(pack.states)
    for paper in pack.documents:
        where = f"documents[{paper.code}]"
        yield from missing(
            f"{where}.attaches", paper.attaches, [*documents, *naskah], "documents maupun naskah"
        )
        yield from missing(f"{where}.when", paper.when, codes_of(pack.kinds), "kinds")
    for text in pack.naskah:
        where = f"naskah[{text.code}]"
        yield from missing(f"{where}.parent", [text.parent] if text.parent else [], naskah, "naskah")
        authority = [text.authority] if text.authority else []
        yield from missing(f"{where}.authority", authority, documents, "documents")
        for name in ("drafted_in", "agreed_in", "signed_in"):
            yield from missing(f"{where}.{name}", getattr(text, name), states, "states")
    for number, row in enumerate(pack.addressees, 1):
        yield from missing(f"addressees[{number}].document", [row.document], documents, "documents")
    for state in pack.states:
        stage = [state.stage] if state.stage else []
        yield from missing(f"states[{state.code}].stage", stage, codes_of(pack.stages), "stages")


def _terms(pack: LawPack) -> Iterator[str]:
    for term in pack.terms:
        for name in ("day_setting", "due_setting"):
            given = getattr(term, name)
            where = f"terms[{term.code}].{name}"
            yield from missing(where, [given] if given else [], codes_of(pack.settings), "settings")
