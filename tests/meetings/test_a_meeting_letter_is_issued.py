"""The letter of a meeting: drawn up, numbered from the book, frozen in its words, printed with its annexes."""

from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document

from agreements.choices.correspondence import Numbering
from agreements.documents.letters import Facts, from_json, letter_docx, letter_html
from agreements.models import IssuedNumber, LetterSetting
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from ksd.core.jobs import run_job
from ksd.core.models import Job
from ksd.core.paper_kinds import registered_paper_kinds
from meetings.documents.invitations import signer_of
from meetings.models import AgendaSection, Meeting, MeetingLetter
from meetings.services import change_state
from meetings.services.invitation_letters import LetterDay, issue_meeting_letter, save_letter_draft
from meetings.services.sending_letters import send_meeting_letter
from meetings.services.standing_letters import standing_letter
from meetings.tasks import sendings
from meetings.tasks.sendings import paper_of
from tests.meetings.invitation_rows import agreed, invited, issued, letter_data, sent
from tests.meetings.rows import meeting, moment


@pytest.fixture
def row(cast):
    row = agreed(cast, theme="Menyelesaikan batas")
    invited(cast, row)
    return row


def test_one_invitee_is_addressed_in_the_letter_itself(cast, row):
    letter = from_json(issued(cast, row).words)
    assert letter.addressee == ("Asisten I (contoh)", "Pemerintah Kabupaten Kutai Kartanegara", "di Tempat")
    assert letter.annexed == ()
    assert letter.subject == "Undangan Rakor Pemerintahan (contoh)"
    block = letter.blocks[1]
    assert isinstance(block, Facts)
    facts = dict(block.rows)
    assert facts["Hari, tanggal"] == "Selasa, 15 Desember 2026"
    assert facts["Pukul"] == "08.00 WITA s.d. 16.00 WITA"
    assert (facts["Tempat"], facts["Tema"]) == ("Tenggarong", "Menyelesaikan batas")
    assert letter.head.government == "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
    assert letter.signers[0].above == "a.n. Gubernur Kalimantan Timur,"
    assert letter.number


def test_several_invitees_and_the_order_of_the_day_are_annexed(cast, row):
    invited(cast, row, title="Sekda (contoh)", region=cast.kubar)
    section = AgendaSection.objects.create(meeting=row, title="Sesi I")
    row.items.create(section=section, title="Pembukaan", starts_at=row.starts_at, presenter="Contoh")
    letter = from_json(issued(cast, row).words)
    assert "daftar undangan terlampir" in letter.addressee[0]
    assert letter.annexes == "2 (dua) berkas"
    assert [block.text for block in letter.annexed if block.tag == "heading"] == [
        "Lampiran I: daftar undangan",
        "Lampiran II: susunan acara",
    ]
    assert {block.rows[0] for block in letter.annexed if block.tag == "facts"} == {
        ("Nomor surat", letter.number)
    }
    html = letter_html(letter)
    assert html.index("Tembusan") < html.index("Lampiran I: daftar undangan")
    file = Document(BytesIO(letter_docx(letter)))
    cells = [cell.text for table in file.tables for line in table.rows for cell in line.cells]
    assert "Sekda (contoh)" in cells
    assert "08.00–08.15" in cells


@pytest.mark.parametrize(
    ("mode", "held_for", "above", "title"),
    [
        ("sendiri", "", "", "Kepala Biro"),
        ("an", "Gubernur", "a.n. Gubernur,", "Kepala Biro"),
        ("ub", "Gubernur; Sekretaris Daerah", "a.n. Gubernur,\nSekretaris Daerah,\nu.b.", "Kepala Biro"),
        ("ub", "Gubernur", "a.n. Gubernur,\nu.b.", "Kepala Biro"),
        ("plt", "", "", "Plt. Kepala Biro"),
        ("plh", "", "", "Plh. Kepala Biro"),
    ],
)
def test_in_whose_name_a_letter_is_signed(mode, held_for, above, title):
    letter = MeetingLetter(
        signer_mode=mode, signer_for=held_for, signer_title="Kepala Biro", signer_name="Contoh", signer_rank="Pembina", signer_nip="19",
    )  # fmt: skip
    signer = signer_of(letter)
    assert (signer.above, signer.title, signer.below) == (above, title, "Pembina\nNIP 19")


def test_an_issued_letter_stands_in_the_book_and_never_changes(cast, row):
    letter = issued(cast, row)
    entry = IssuedNumber.objects.get(kind="undangan-rapat", row=letter.pk)
    assert letter.number == entry
    assert from_json(entry.words) == from_json(letter.words)
    assert (entry.region, entry.addressee) == (
        cast.kaltim,
        "Asisten I (contoh), Pemerintah Kabupaten Kutai Kartanegara",
    )
    Meeting.objects.update(title="Lain", place="Lain")
    letter.refresh_from_db()
    assert "Lain" not in str(letter.words)
    pages = registered_paper_kinds()["undangan-rapat"].pages
    assert pages is not None
    assert pages(cast.officer, {letter.pk}) == {letter.pk: f"/rapat/{row.public_id}/undangan/"}
    assert pages(cast.stranger, {letter.pk}) == {}


def test_the_pdf_is_printed_once_for_all_mails(cast, row, monkeypatch):
    letter = issued(cast, row)
    printed: list[str] = []

    def print_once(html):
        printed.append(html)
        return b"%PDF-1.4 contoh"

    monkeypatch.setattr(sendings, "render_pdf", print_once)
    first, second = paper_of(MeetingLetter.objects.get()), paper_of(MeetingLetter.objects.get())
    assert first == second
    assert len(printed) == 1
    for job in Job.objects.filter(kind="letter_pdf"):
        assert run_job(job.pk)
    assert Job.objects.get(kind="letter_pdf").result == first
    assert letter.paper is not None
    assert letter.paper.asked_by == cast.biro


def test_a_draft_is_one_and_takes_what_is_written_last(cast, row):
    save_letter_draft(actor=cast.biro, meeting=row, data=letter_data(row))
    save_letter_draft(actor=cast.biro, meeting=row, data=letter_data(row, nature="Segera"))
    assert MeetingLetter.objects.get().nature == "Segera"


def test_a_letter_is_not_issued_before_the_plan_is_agreed_nor_without_invitees_or_place(cast):
    plan = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), place="")
    with pytest.raises(ImpossibleStep, match="rencana rapat belum disetujui"):
        issued(cast, plan)
    change_state(actor=cast.biro, meeting=plan, code="setujui")
    with pytest.raises(NotReady, match=r"Daftar undangan masih kosong. Tempat rapat belum diisi."):
        issued(cast, plan)
    assert not IssuedNumber.objects.exists()


def test_without_a_draft_nothing_is_issued_and_without_a_letter_nothing_is_sent(cast, row):
    with pytest.raises(ImpossibleStep, match="Belum ada konsep"):
        issue_meeting_letter(actor=cast.biro, meeting=row, day=LetterDay(dated=clock.today()))
    with pytest.raises(ImpossibleStep, match="Belum ada surat yang diterbitkan"):
        send_meeting_letter(actor=cast.biro, meeting=row)
    with pytest.raises(NotReady, match="Belum ada surat yang terbit"):
        change_state(actor=cast.biro, meeting=row, code="kirim_undangan")


def test_days_of_letters_are_not_to_come_and_go_forward(cast, row):
    with pytest.raises(DomainError, match="masa depan"):
        issued(cast, row, dated=clock.today() + timedelta(days=1))
    sent(cast, row)
    with pytest.raises(DomainError, match="tidak boleh sebelum surat sebelumnya"):
        issued(cast, row, dated=clock.today() - timedelta(days=1))
    assert IssuedNumber.objects.count() == 1


def test_an_office_that_numbers_elsewhere_types_its_number(cast, row):
    LetterSetting.objects.create(region=cast.kaltim, numbering=Numbering.ELSEWHERE)
    with pytest.raises(DomainError, match="Isi nomor suratnya"):
        issued(cast, row)
    save_letter_draft(actor=cast.biro, meeting=row, data=letter_data(row))
    day = LetterDay(dated=clock.today(), typed=" 005/77/POD ")
    letter = issue_meeting_letter(actor=cast.biro, meeting=row, day=day)
    assert letter.number is not None
    assert letter.number.number == "005/77/POD"


def test_the_first_sending_takes_the_step_and_a_changed_day_holds_it_back(cast, row):
    issued(cast, row)
    Meeting.objects.update(starts_at=moment(16, 8), ends_at=moment(16, 12))
    with pytest.raises(NotReady, match="waktu dan tempat yang berlaku sekarang"):
        change_state(actor=cast.biro, meeting=row, code="kirim_undangan")
    sent(cast, row)
    row.refresh_from_db()
    assert row.state == "undangan_terkirim"
    assert [event.step for event in row.events.order_by("pk")][-3:] == [
        "terbit_surat",
        "kirim_undangan",
        "kirim_surat",
    ]


def test_the_regions_find_the_letter_among_their_notices(cast, row):
    sent(cast, row)
    for person in (cast.officer, cast.tkksd):
        notice = person.notices.get(kind="meeting")
        assert notice.title == "Surat undangan: Rakor Pemerintahan (contoh)"
        assert notice.link == f"/rapat/{row.public_id}/undangan/"
    assert not cast.stranger.notices.filter(kind="meeting").exists()


def test_a_meeting_called_off_before_any_letter_needs_none(cast, row):
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    with pytest.raises(ImpossibleStep, match="Tidak ada surat yang dapat dibuat"):
        issued(cast, row)
    assert standing_letter(row) is None


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "admin", "nobody"])
def test_who_does_not_manage_the_meeting_writes_no_letters(cast, row, who):
    actor = getattr(cast, who)
    save_letter_draft(actor=cast.biro, meeting=row, data=letter_data(row))
    for act in (
        lambda: save_letter_draft(actor=actor, meeting=row, data=letter_data(row)),
        lambda: issue_meeting_letter(actor=actor, meeting=row, day=LetterDay(dated=clock.today())),
        lambda: send_meeting_letter(actor=actor, meeting=row),
    ):
        with pytest.raises(NotAllowed):
            act()
