"""Cases brought to a point of their life by the services, as people would."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Case, CaseEvent
from agreements.services.acts import take_arrow
from agreements.services.documents import save_document
from agreements.services.proposal import add_party, save_answers, save_details, start_case
from regions.models import Urusan
from tests.conftest import Cast

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def pdf(name: str = "surat.pdf") -> SimpleUploadedFile:
    """A small file that says it is a PDF."""
    return SimpleUploadedFile(name, PDF, content_type="application/pdf")


def urusan(code: str = "01", name: str = "Lingkungan hidup") -> Urusan:
    """One urusan of the law."""
    return Urusan.objects.get_or_create(
        code=code, defaults={"name": name, "group": "wajib_non_dasar", "order": int(code)}
    )[0]


def fresh(case: Case) -> Case:
    """The case as it stands in the database, with its parties."""
    return Case.objects.for_page().get(pk=case.pk)


def draft(cast: Cast, title: str = "Pengelolaan sampah perbatasan", kind: str = "ksdd_sukarela") -> Case:
    """A proposal just begun by Kutai Kartanegara."""
    return start_case(actor=cast.officer, region=cast.kukar, kind=kind, title=title)


def write_paper(case: Case, actor: Any, kind: str, **letter: Any) -> None:
    """Every item of a paper filled in, with number, day and file."""
    rule = case.pack.document(kind)
    fields = {item.code: item.choices[0][0] if item.choices else f"Isi {item.label}" for item in rule.fields}
    given = {"number": "1/KSD/2026", "dated": date(2026, 11, 20)} if rule.numbered else {}
    upload = pdf() if rule.file != "none" else None
    seen = case.documents.filter(kind=kind).count()
    save_document(
        actor=actor, case=case, kind=kind, fields=fields, upload=upload, seen_revision=seen, **(given | letter)
    )


def complete(cast: Cast, **kind: Any) -> Case:
    """A proposal with everything the law asks before the TKKSD's review."""
    case = draft(cast, **kind)
    save_details(
        actor=cast.officer,
        case=case,
        seen_revision=0,
        urusan=[urusan()],
        office=None,
        title=case.title,
        summary="Sampah dari dua kabupaten dikelola di satu tempat.",
        location="Jempang dan Kota Bangun",
        proposed_years=5,
    )
    add_party(actor=cast.officer, case=case, region=cast.kubar)
    answers = {question.code: (True, "Sudah dihitung.") for question in case.kind_rule.questions}
    save_answers(actor=cast.officer, case=case, answers=answers)
    write_paper(fresh(case), cast.officer, "kak")
    return fresh(case)


def take(case: Case, actor: Any, code: str, **more: Any) -> CaseEvent:
    """One act on the case as it stands."""
    return take_arrow(actor=actor, case=fresh(case), code=code, **more)


def reviewed(cast: Cast, **kind: Any) -> Case:
    """A proposal the TKKSD has before it."""
    case = complete(cast, **kind)
    take(case, cast.officer, "ajukan_telaah")
    return fresh(case)


def returned(cast: Cast, reason: str = "Lengkapi analisis dampak.") -> Case:
    """A proposal the TKKSD sent back."""
    case = reviewed(cast)
    take(case, cast.tkksd, "kembalikan", reason=reason)
    return fresh(case)


def prepared(cast: Cast, **kind: Any) -> Case:
    """A reviewed proposal whose offer is being written."""
    case = reviewed(cast, **kind)
    write_paper(case, cast.tkksd, "telaah_tkksd")
    take(case, cast.tkksd, "lanjutkan")
    return fresh(case)


def offered(cast: Cast, on: date = date(2026, 11, 20), **kind: Any) -> Case:
    """A case laid open to Kutai Barat, which has not yet noted the letter's receipt."""
    case = prepared(cast, **kind)
    write_paper(case, cast.officer, "surat_penawaran", dated=on)
    take(case, cast.officer, "kirim_penawaran", on=on)
    return fresh(case)


def received(cast: Cast, on: date = date(2026, 11, 20), **kind: Any) -> Case:
    """A case whose partner has received the offer on a day."""
    case = offered(cast, on=on, **kind)
    take(case, cast.partner, "catat_penerimaan", on=on)
    return fresh(case)


def accepted(cast: Cast) -> Case:
    """A case whose KB may be written."""
    case = received(cast)
    write_paper(case, cast.partner, "surat_tanggapan")
    take(case, cast.partner, "terima")
    return fresh(case)


def at_state(case: Case, state: str) -> Case:
    """The case put into a state by hand, where the way there is not the subject of the test."""
    Case.objects.filter(pk=case.pk).update(state=state)
    return fresh(case)
