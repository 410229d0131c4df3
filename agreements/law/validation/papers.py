"""Documents that an act can use, naskah somebody may sign, terms that can be counted, settings with a default."""

from collections import Counter
from collections.abc import Iterator

from agreements.law.schema import Arrow, DocumentKind, LawPack, NaskahKind, Setting, Term


def faults(pack: LawPack) -> Iterator[str]:
    """Papers nobody asks for, naskah without a way to be signed, terms without a way to be counted."""
    arrows = (*pack.arrows, *pack.dprd_arrows)
    used = {code for arrow in arrows for code in (*arrow.documents, *arrow.optional, arrow.proof)}
    used |= {text.authority for text in pack.naskah}
    used |= {code for paper in pack.documents for code in paper.attaches}
    used |= {code for request in pack.requests for code in request.documents}
    used |= {reason.proof for reason in pack.end_reasons}
    for paper in pack.documents:
        yield from _document(paper, used)
    for arrow in arrows:
        yield from _served(pack, arrow)
    for text in pack.naskah:
        yield from _naskah(pack, text)
    for term in pack.terms:
        yield from _term(term)
    for setting in pack.settings:
        yield from _setting(setting)
    pairs = Counter((row.document, row.initiator) for row in pack.addressees)
    yield from (f"addressees: {pair} tertulis {count} kali" for pair, count in pairs.items() if count > 1)
    for kind in pack.kinds:
        loose = [row.code for row in kind.screening if not row.internal]
        yield from (f"kinds[{kind.code}].screening[{code}]: harus internal = true" for code in loose)


def _document(paper: DocumentKind, used: set[str]) -> Iterator[str]:
    where = f"documents[{paper.code}]"
    if paper.code not in used:
        yield f"{where}: tidak dipakai tindakan mana pun"
    if paper.file == "none" and not paper.items:
        yield f"{where}: tidak memuat apa pun; beri items atau file"


def _served(pack: LawPack, arrow: Arrow) -> Iterator[str]:
    kinds = [kind.code for kind in pack.kinds if arrow.serves(kind.code)]
    for paper in pack.documents:
        asked = paper.code in (*arrow.documents, *arrow.optional)
        if asked and not any(paper.serves(kind) for kind in kinds):
            yield f"arrows[{arrow.code}].documents: '{paper.code}' tidak berlaku bagi jenis mana pun di sini"


def _naskah(pack: LawPack, text: NaskahKind) -> Iterator[str]:
    where = f"naskah[{text.code}]"
    if (text.signer == "kuasa") != bool(text.authority):
        yield f'{where}.authority: harus ada bila signer = "kuasa", dan hanya bila demikian'
    if not any(rule.required for rule in text.clauses):
        yield f"{where}.clauses: belum ada klausul wajib"
    for rule in text.clauses:
        if rule.required == rule.internal and (text.has_format or not rule.internal):
            yield f"{where}.clauses[{rule.code}]: klausul wajib berdiri pada pasal, yang tidak wajib internal = true"
    for event, allowed in (("agreed", text.agreed_in), ("signed", text.signed_in)):
        trigger = f"naskah.{text.code}.{event}"
        sources = {source for arrow in pack.arrows if arrow.follows(trigger) for source in arrow.sources}
        if not sources:
            yield f"{where}: tidak ada tindakan yang dipicu '{trigger}'"
        late = sorted(sources - set(allowed))
        yield from (
            f"{where}.{event}_in: '{code}' belum ada, padahal '{trigger}' berangkat dari sana"
            for code in late
        )


def _term(term: Term) -> Iterator[str]:
    where = f"terms[{term.code}]"
    if term.length < 1:
        yield f"{where}.length: harus lebih dari 0"
    if (term.unit == "day") != (bool(term.day_type) != bool(term.day_setting)):
        yield f"{where}: satuan hari perlu tepat satu dari day_type (bunyi peraturan) atau day_setting (belum pasti)"
    if (term.unit in ("semester", "yearly")) != bool(term.due_setting):
        yield f'{where}.due_setting: harus ada bila unit = "semester" atau "yearly", dan hanya bila demikian'
    if list(term.remind) != sorted(set(term.remind), reverse=True) or min(term.remind, default=0) < 0:
        yield f"{where}.remind: tulis hari-hari sebelum tenggat dari yang terjauh, tanpa ulangan"


def _setting(setting: Setting) -> Iterator[str]:
    values = [value for value, _label in setting.options]
    if values and setting.default not in values:
        yield f"settings[{setting.code}].default: '{setting.default}' tidak ada di options"
    if not setting.why:
        yield f"settings[{setting.code}].why: sebutkan mengapa hal ini belum pasti"
