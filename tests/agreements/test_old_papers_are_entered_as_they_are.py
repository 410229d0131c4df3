"""Old paper agreements enter without their stages, marked as such, with whatever is known."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agreements.choices import Entry, LifeState, NaskahState
from agreements.models import Case, Naskah
from agreements.services import archive, archive_completing
from agreements.services.archive_checks import KnownNumber
from agreements.services.archive_completing import Known
from agreements.services.archive_marks import require_old_case
from agreements.views.sheet import case_sheet
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Deadline
from tests.agreements.changing import begin, change, old_case, old_text, umbrella
from tests.agreements.playing import Play, scan

SignIn = Callable[[User], Client]
MARK = "Dicatat dari arsip, tahapan tidak dijalani"


def test_an_old_agreement_in_force_is_carried_out_and_its_clocks_run(play: Play) -> None:
    case = old_case(play, umbrella(), old_text(upload=scan()), kept_at="Lemari 3", notes="Dari buku register")
    assert (case.entry, case.state) == (Entry.PAPER, "pelaksanaan")
    kb, pks = Naskah.objects.get(case=case, kind="kb"), Naskah.objects.get(case=case, kind="pks")
    assert (pks.parent, pks.state, pks.life()) == (kb, NaskahState.SIGNED, LifeState.IN_FORCE)
    assert pks.ends_on is not None
    assert Deadline.objects.of(pks).open().filter(code="berakhir", due_on=pks.ends_on).exists()
    assert Deadline.objects.of(case).open().filter(code__startswith="laporan_semester.").exists()
    rows = list(pks.signatures.order_by("party__order"))
    assert [row.number for row in rows] == ["119/7/2024", "180/3/2024"]
    assert (rows[0].signer_name, rows[0].signer_title) == (
        "Contoh Kepala Dinas",
        "Kepala Dinas Pekerjaan Umum",
    )
    assert rows[0].signed_copy
    assert not case.documents.exists()
    assert case.summary == "Dari buku register"


def test_the_way_in_is_an_arrow_of_the_pack(play: Play) -> None:
    case = old_case(play)
    event = case.events.get(arrow="catat_dari_arsip")
    assert (event.label, event.article, event.target) == (MARK, "", "pelaksanaan")
    assert case.pack.arrow("catat_dari_arsip").internal
    assert case.events.get(arrow="mulai").label == "Perjanjian lama mulai dicatat"


def test_nobody_takes_that_arrow_on_a_proposal(play: Play, signed_in: SignIn) -> None:
    url = reverse("agreements:act", args=[play.case.public_id, "catat_dari_arsip"])
    assert signed_in(play.cast.officer).post(url, {"form_token": "a"}).status_code == 404
    assert (
        "catat_dari_arsip"
        not in signed_in(play.cast.officer).get(play.case.get_absolute_url()).content.decode()
    )


def test_the_rail_pretends_no_stage(play: Play) -> None:
    rail = case_sheet(old_case(play), play.cast.officer).rail
    assert {step.status for step in rail if step.stage.order < 8} == {"skipped"}
    assert [step.stage.code for step in rail if step.status == "current"] == ["pelaksanaan"]


def test_an_old_agreement_that_ran_out_is_entered_as_ended(play: Play) -> None:
    case = old_case(play, old_text(signed_on=date(2015, 3, 1), ends_on=date(2020, 2, 29)))
    assert case.state == "berakhir"
    event = case.events.get(arrow="akhiri")
    assert (event.on, event.reason) == (date(2020, 3, 1), "Jangka waktu berakhir")
    text = Naskah.objects.get(case=case)
    assert text.ended_early_on is None
    assert not Deadline.objects.of(case).open().exists()
    assert not Deadline.objects.of(text).open().exists()


def test_an_agreement_known_to_be_over_ends_without_its_day(play: Play) -> None:
    case = old_case(play, old_text(ends_on=None), over=True)
    assert case.state == "berakhir"


def test_an_unknown_end_is_named_as_what_matters(play: Play, signed_in: SignIn) -> None:
    case = old_case(play, old_text(ends_on=None, numbers=("119/7/2024", "")))
    text = Naskah.objects.get(case=case)
    assert text.life() == LifeState.IN_FORCE
    assert not Deadline.objects.of(text).exists()
    page = signed_in(play.cast.officer).get(text.get_absolute_url()).content.decode()
    assert "Tanggal berakhir belum diketahui: tidak ada pengingat" in page
    assert "Nomor Kabupaten Kutai Barat belum diketahui" in page
    assert "Pindaian naskah belum diunggah" in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"signed_on": None}, "belum diisi"),
        ({"signed_on": date(2027, 1, 1), "ends_on": None}, "masa depan"),
        ({"starts_on": date(2023, 1, 1)}, "tidak berurutan"),
        ({"ends_on": date(2001, 1, 1)}, "tidak berurutan"),
        ({"signed_on": date(1850, 1, 1)}, "tidak masuk akal"),
        ({"ends_on": date(2326, 1, 1)}, "tidak masuk akal"),
    ],
)
def test_days_out_of_order_are_refused_and_nothing_is_kept(
    play: Play, changes: dict[str, Any], said: str
) -> None:
    before = Case.objects.count()
    with pytest.raises(DomainError, match=said):
        old_case(play, old_text(**changes))
    assert Case.objects.count() == before


def test_a_paper_entered_twice_is_warned_of_by_number_and_party(play: Play) -> None:
    old_case(play)
    with pytest.raises(KnownNumber, match="119/7/2024 dari Kabupaten Kutai Kartanegara sudah tercatat"):
        old_case(play)
    assert old_case(play, repeated=True).pk
    old_case(play, old_text(numbers=("180/3/2024", "119/7/2024")))


def test_several_agreements_rest_on_one_umbrella_and_more_come_later(play: Play) -> None:
    case = old_case(play, umbrella(), old_text(numbers=("a", "b")), old_text(numbers=("c", "d")))
    archive.add_old_text(actor=play.cast.officer, case=case, old=old_text(numbers=("e", "f")))
    texts = Naskah.objects.filter(case=case, kind="pks").order_by("order")
    assert [text.order for text in texts] == [1, 2, 3]
    assert {text.parent.kind for text in texts if text.parent} == {"kb"}
    with pytest.raises(ImpossibleStep, match="dicatat dari arsip"):
        require_old_case(play.case)


def test_an_old_pks_that_outlives_its_kb_is_flagged(play: Play) -> None:
    old_case(play, umbrella(ends_on=date(2026, 12, 31)), old_text())
    assert Naskah.objects.outliving_parent().get().kind == "pks"


def test_only_who_manages_enters_and_only_for_the_own_region(play: Play) -> None:
    before = Case.objects.count()
    for user in (play.cast.partner, play.cast.observer, play.cast.biro, play.cast.tkksd):
        with pytest.raises(NotAllowed):
            archive.record_old_case(
                actor=user,
                region=play.cast.kukar,
                old=archive.OldCase(
                    kind="ksdd_sukarela", title="x", regions=(play.cast.kubar,), texts=(old_text(),)
                ),
            )
    assert Case.objects.count() == before


def known(text: Naskah, **changes: Any) -> Known:
    rows = text.signatures.select_related("party")
    told: dict[str, Any] = {
        name: getattr(text, name) for name in ("title", "signed_on", "starts_on", "ends_on", "place")
    }
    told["numbers"] = {row.party.order: row.number for row in rows}
    told["signers"] = {row.party.order: (row.signer_name, row.signer_title) for row in rows}
    return Known(**(told | changes))


def test_what_becomes_known_later_is_written_with_its_history(play: Play) -> None:
    text = Naskah.objects.get(case=old_case(play, old_text(ends_on=None, numbers=("119/7/2024", ""))))
    ends = clock.today() + timedelta(days=100)
    changes = archive_completing.complete_old_text(
        actor=play.cast.officer,
        text=text,
        known=known(text, ends_on=ends, numbers={1: "119/7/2024", 2: "180/9"}, upload=scan()),
    )
    text.refresh_from_db()
    assert text.ends_on == ends
    assert text.signatures.get(party__order=2).signed_on == text.signed_on
    assert Deadline.objects.of(text).open().filter(due_on=ends).exists()
    event = text.case.events.get(arrow="naskah.arsip")
    assert "Berakhir: belum diketahui →" in event.reason
    assert "Nomor Kabupaten Kutai Barat: belum diketahui → 180/9" in event.reason
    assert len(changes) == 3
    assert archive_completing.complete_old_text(actor=play.cast.officer, text=text, known=known(text)) == []
    assert text.case.events.filter(arrow="naskah.arsip").count() == 1


def test_a_text_signed_here_is_not_completed_by_hand(play: Play) -> None:
    play.to("uji_dprd")
    text = play.case.naskah.get(kind="kb")
    with pytest.raises(ImpossibleStep, match="arsip"):
        archive_completing.complete_old_text(actor=play.cast.officer, text=text, known=known(text))


def test_an_old_paper_is_marked_everywhere_and_prints_no_invented_words(
    play: Play, signed_in: SignIn
) -> None:
    case = old_case(play)
    text = Naskah.objects.get(case=case)
    client = signed_in(play.cast.officer)
    for url in (case.get_absolute_url(), text.get_absolute_url()):
        assert MARK in client.get(url).content.decode()
    assert (
        "Dicatat dari arsip" in client.get(f"{reverse('agreements:case_list')}?mark=arsip").content.decode()
    )
    assert client.get(reverse("agreements:naskah_print", args=[text.public_id])).status_code == 409
    assert client.post(reverse("agreements:naskah_pdf", args=[text.public_id])).status_code == 409
    assert client.get(reverse("agreements:naskah_consolidated", args=[text.public_id])).status_code == 200


def test_an_old_paper_may_be_changed_by_an_addendum_that_adds_a_pasal(play: Play) -> None:
    play.case = old_case(play)
    text = Naskah.objects.get(case=play.case)
    made = begin(play, text)
    change(play, made, "tambah", "akhir", "Sanksi contoh.", title="sanksi")
    assert play.sign(play.agree(made)).state == NaskahState.SIGNED


def form_data(play: Play, **changes: str) -> dict[str, str]:
    told = {
        "form_token": "satu", "region": str(play.cast.kukar.pk), "kind": "ksdd_sukarela", "title": "Jalan Lama",
        "region_1": str(play.cast.kubar.pk), "satu-title": "Jalan Lama Tahap 1", "satu-numbers": "119/1\n180/1",
        "satu-signed_on": "2024-05-01", "satu-ends_on": "2028-04-30", "kept_at": "Lemari",
    }  # fmt: skip
    return told | changes


def test_one_page_enters_a_whole_agreement(play: Play, signed_in: SignIn) -> None:
    client, url = signed_in(play.cast.officer), reverse("agreements:archive_new")
    assert client.get(url).status_code == 200
    sent = client.post(url, form_data(play) | {"satu-upload": scan()})
    case = Case.objects.get(entry=Entry.PAPER)
    assert (sent.status_code, sent["Location"]) == (302, case.get_absolute_url())
    assert Naskah.objects.get(case=case).title == "Jalan Lama Tahap 1"
    again = client.post(url, form_data(play))
    assert Case.objects.filter(entry=Entry.PAPER).count() == 1
    assert again.status_code in (302, 409)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"region_1": ""}, "Pilih daerah mitranya"),
        ({"satu-signed_on": ""}, "belum diisi"),
        ({"satu-signed_on": "31/31/2024"}, "tanggal"),
        ({"kind": "ksdpk_daerah"}, "Pilih mitranya"),
        (
            {"satu-title": "", "satu-numbers": "", "satu-signed_on": "", "satu-ends_on": ""},
            "paling sedikit satu naskah",
        ),
        ({"title": "x" * 251}, "250"),
    ],
)
def test_bad_input_comes_back_with_everything_typed(
    play: Play, signed_in: SignIn, changes: dict[str, str], said: str
) -> None:
    refused = signed_in(play.cast.officer).post(reverse("agreements:archive_new"), form_data(play, **changes))
    page = refused.content.decode()
    assert refused.status_code in (409, 422)
    assert said in page
    assert "Lemari" in page
    assert not Case.objects.filter(entry=Entry.PAPER).exists()


def test_the_page_warns_of_a_known_number_and_takes_it_on_demand(play: Play, signed_in: SignIn) -> None:
    client, url = signed_in(play.cast.officer), reverse("agreements:archive_new")
    client.post(url, form_data(play))
    refused = client.post(url, form_data(play, form_token="dua"))
    assert refused.status_code == 409
    assert "Tetap catat" in refused.content.decode()
    assert client.post(url, form_data(play, form_token="tiga", repeated="on")).status_code == 302


def test_more_papers_and_more_knowledge_come_by_their_pages(play: Play, signed_in: SignIn) -> None:
    case = old_case(play)
    text = Naskah.objects.get(case=case)
    client = signed_in(play.cast.officer)
    more = {"form_token": "a", "kind": "pks", "numbers": "7\n8", "signed_on": "2025-01-01"}
    assert client.post(reverse("agreements:archive_text_add", args=[case.public_id]), more).status_code == 302
    url = reverse("agreements:archive_complete", args=[text.public_id])
    assert client.get(url).status_code == 200
    sent = {"form_token": "b", "title": "Judul Benar", "signed_on": "2024-01-01", "number_1": "119/7/2024"}
    assert client.post(url, sent).status_code == 302
    text.refresh_from_db()
    assert text.title == "Judul Benar"
    assert client.post(url, sent | {"form_token": "c", "ends_on": "2001-01-01"}).status_code == 422
