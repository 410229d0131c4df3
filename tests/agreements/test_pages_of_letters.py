"""The pages of a region's letters and of a case's letters: who finds them, what they do, what they refuse."""

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from docx import Document

from agreements.models import IssuedNumber, LetterSetting, NumberSeries, PaperTemplate
from agreements.services import proposal
from ksd.core.models import Job
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

KUKAR = "64.02"


@pytest.fixture
def play(cast: Cast) -> Play:
    play = Play(cast)
    play.to("penawaran_disiapkan")
    return play


@pytest.fixture
def keeper(cast: Cast) -> Any:
    return factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)


def office(name: str, **more: Any) -> str:
    return reverse(f"agreements:{name}", kwargs={"code": KUKAR, **more})


def letter(play: Play, code: str = "penawaran-ksdd", row: int = 0) -> str:
    return reverse("agreements:case_letter", args=[play.case.public_id, code, row])


def sent(client: Any, address: str, **fields: Any) -> Any:
    """The form as a browser would send it, its token from the page."""
    page = client.get(address)
    token = page.context["form"]["form_token"].value()
    return client.post(address, {"form_token": token, **fields})


SETTING = {
    "office": "Sekretariat Daerah", "paper": "a4", "font": "tinos", "size_pt": "12", "top_mm": "25", "right_mm": "20",
    "bottom_mm": "20", "left_mm": "30", "numbering": "aplikasi", "with_emblem": "on",
}  # fmt: skip


def test_the_setting_of_a_region_shapes_its_letters_and_its_texts(
    play: Play, cast: Cast, keeper: Any, signed_in: Any
) -> None:
    client = signed_in(keeper)
    assert sent(client, office("letter_setting"), **SETTING).status_code == 302
    assert LetterSetting.objects.get(region=cast.kukar).changed_by == keeper
    answer = signed_in(cast.officer).post(letter(play), {"bentuk": "docx", "form_token": "x"})
    section = Document(BytesIO(answer.content)).sections[0]
    assert section.page_width
    assert section.page_height
    assert section.left_margin
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 30
    page = client.get(office("office_letters")).content.decode()
    assert "SEKRETARIAT DAERAH" in page
    assert "face-tinos size-12" in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("left_mm", "9"),
        ("left_mm", "51"),
        ("left_mm", "x"),
        ("size_pt", "30"),
        ("font", "comic"),
        ("paper", "a0"),
    ],
)
def test_a_setting_beyond_reason_is_refused_and_what_was_typed_stays(
    cast: Cast, keeper: Any, signed_in: Any, field: str, value: str
) -> None:
    answer = sent(signed_in(keeper), office("letter_setting"), **(SETTING | {field: value}))
    assert answer.status_code == 422
    assert "Sekretariat Daerah" in answer.content.decode()
    assert not LetterSetting.objects.exists()


def test_an_example_is_shown_and_printed_before_anything_is_saved(keeper: Any, signed_in: Any) -> None:
    client = signed_in(keeper)
    page = sent(client, office("letter_setting"), **SETTING, contoh="layar")
    assert "SEKRETARIAT DAERAH" in page.content.decode()
    assert sent(client, office("letter_setting"), **SETTING, contoh="pdf").status_code == 302
    assert Job.objects.filter(kind="letter_pdf").count() == 1
    assert not LetterSetting.objects.exists()


def test_a_pattern_is_saved_refused_and_dropped(cast: Cast, keeper: Any, signed_in: Any) -> None:
    client = signed_in(keeper)
    refused = sent(client, office("number_series"), pattern="{nomor}/{rahasia}", kind="")
    assert refused.status_code == 422
    assert "{rahasia} tidak dikenal" in refused.content.decode()
    saved = sent(client, office("number_series"), pattern="{kode}/{nomor}/{tahun}", kind="", code="100.3.7")
    assert saved.status_code == 302
    row = NumberSeries.objects.get(region=cast.kukar)
    assert "100.3.7/1/2026" in client.get(office("office_letters")).content.decode()
    assert client.post(office("number_series_drop", pk=row.pk)).status_code == 302
    assert not NumberSeries.objects.exists()


def test_a_letter_is_issued_from_the_case_and_stands_in_the_book(
    play: Play, cast: Cast, signed_in: Any
) -> None:
    client = signed_in(cast.officer)
    desk = client.get(reverse("agreements:case_letters", args=[play.case.public_id])).content.decode()
    assert letter(play) in desk
    assert "1/SP/KSD/2026" in client.get(letter(play)).content.decode()
    assert sent(client, letter(play), bentuk="terbit", dated="2026-11-20").status_code == 302
    issued = IssuedNumber.objects.get()
    book = client.get(
        office("number_register"), {"tahun": "2026", "jenis": "penawaran-ksdd"}
    ).content.decode()
    assert "1/SP/KSD/2026" in book
    assert play.case.title in book
    again = client.post(office("issued_letter", pk=issued.pk), {"bentuk": "docx"})
    said = "\n".join(
        cell.text
        for table in Document(BytesIO(again.content)).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "1/SP/KSD/2026" in said
    assert client.get(office("number_register"), {"tahun": "1999"}).status_code == 200
    assert client.post(office("number_register_file"), {"bentuk": "docx"}).content.startswith(b"PK")


def test_pressing_twice_gives_one_number(play: Play, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    token = client.get(letter(play)).context["form"]["form_token"].value()
    data = {"form_token": token, "bentuk": "terbit", "dated": "2026-11-21"}
    client.post(letter(play), data)
    client.post(letter(play), data)
    assert IssuedNumber.objects.count() == 1


def test_the_paper_then_takes_number_and_day_over(play: Play, cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.officer)
    sent(client, letter(play), bentuk="terbit", dated="2026-11-20")
    page = client.get(reverse("agreements:paper", args=[play.case.public_id, "surat_penawaran"]))
    assert page.context["form"]["number"].value() == "1/SP/KSD/2026"


@pytest.mark.parametrize(
    ("fields", "status"),
    [({"dated": "2026-11-22"}, 422), ({"dated": "kemarin"}, 422), ({"dated": "2026-13-40"}, 422)],
)
def test_a_bad_day_is_refused_on_the_page(
    play: Play, cast: Cast, signed_in: Any, fields: dict[str, str], status: int
) -> None:
    assert sent(signed_in(cast.officer), letter(play), bentuk="terbit", **fields).status_code == status
    assert not IssuedNumber.objects.exists()


def test_strangers_find_nothing_and_readers_issue_nothing(play: Play, cast: Cast, signed_in: Any) -> None:
    pages = [
        office("office_letters"),
        office("number_register"),
        office("template_list"),
        office("letter_setting"),
    ]
    for person in (cast.stranger, cast.partner, cast.nobody):
        client = signed_in(person)
        assert {client.get(page).status_code for page in pages} == {404}
        assert client.get(letter(play)).status_code == 404
    assert signed_in(cast.observer).get(letter(play)).status_code == 404
    for person in (cast.officer, cast.observer, cast.tkksd):
        client = signed_in(person)
        assert [client.get(page).status_code for page in pages] == [200, 200, 200, 403]
        assert client.post(office("template", draft="penawaran-ksdd"), {"subject": "x"}).status_code == 403
    assert not PaperTemplate.objects.exists()


def test_a_template_is_previewed_while_it_is_written_and_then_saved(
    play: Play, cast: Cast, keeper: Any, signed_in: Any
) -> None:
    client = signed_in(keeper)
    address = office("template", draft="penawaran-ksdd")
    fields = {
        "subject": "Penawaran {judul}",
        "opening": "Kami <b>menawarkan</b> {judul}.",
        "seen_number": "0",
    }
    part = client.post(office("template_preview", draft="penawaran-ksdd"), fields | {"form_token": "x"})
    assert "&amp;lt;b&amp;gt;menawarkan" in part.content.decode()
    wrong = client.post(
        office("template_preview", draft="penawaran-ksdd"), fields | {"opening": "{x}", "form_token": "x"}
    )
    assert "tidak dikenal" in wrong.content.decode()
    on_case = fields | {"perkara": play.case.public_id, "form_token": "x"}
    shown = client.post(office("template_preview", draft="penawaran-ksdd"), on_case).content.decode()
    assert "Puskesmas Perbatasan" in shown
    assert sent(client, address, **fields).status_code == 422
    assert sent(client, address, **fields, reason="bahasa kantor").status_code == 302
    assert PaperTemplate.objects.get().wording["subject"] == "Penawaran {judul}"
    late = sent(client, address, **fields, reason="lagi")
    assert late.status_code == 409
    assert "sudah diubah" in late.content.decode()
    assert (
        sent(client, address, **(fields | {"seen_number": "1"}), reason="kembali", bawaan="1").status_code
        == 302
    )
    assert not PaperTemplate.objects.get(is_current=True).wording


def test_a_preview_on_a_case_out_of_sight_shows_the_example(play: Play, cast: Cast, signed_in: Any) -> None:
    keeper = factories.person("admin.paser", ("admin", cast.paser))
    address = reverse("agreements:template_preview", args=["64.01", "penawaran-ksdd"])
    data = {"subject": "S {judul}", "seen_number": "0", "perkara": play.case.public_id, "form_token": "x"}
    assert "Puskesmas" not in signed_in(keeper).post(address, data).content.decode()


@pytest.mark.parametrize("draft", ["tidak-ada", "penawaran-ksdd/../x"])
def test_an_unknown_letter_is_not_found(keeper: Any, signed_in: Any, draft: str) -> None:
    base = office("template_list")
    assert signed_in(keeper).get(f"{base}{draft}/").status_code == 404


def test_the_book_costs_the_same_for_one_and_for_twenty(
    play: Play, cast: Cast, signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(cast.officer)
    for number in range(20):
        IssuedNumber.objects.create(
            region=cast.kukar, kind="surat-pengantar", label="Surat pengantar", series="x", year=2026, sequence=number,
            number=f"{number}/X", dated="2026-11-20", subject="Hal", case=play.case, issued_by=cast.officer,
            issued_name="Contoh",
        )  # fmt: skip
    with django_assert_max_num_queries(22):
        assert client.get(office("number_register")).status_code == 200


def test_a_proposal_without_a_partner_yet_has_its_letters(cast: Cast, signed_in: Any) -> None:
    Play(cast)
    bare = proposal.start_case(actor=cast.officer, region=cast.kukar, kind="ksdd_wajib", title="Usul Baru")
    client = signed_in(cast.officer)
    assert client.get(reverse("agreements:case_letters", args=[bare.public_id])).status_code == 200
    for code in ("surat-pengantar", "berita-acara-pemetaan"):
        assert (
            client.get(reverse("agreements:case_letter", args=[bare.public_id, code, 0])).status_code == 200
        )
