"""What each kind of meeting is like, by the table."""

import pytest

from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.choices import ItemKind, MeetingKind
from meetings.law import rule_of, rules
from meetings.services import chair_sheet, change_state, lacking, take_proposed_chair
from meetings.services.yearly import year_lines, year_warnings
from meetings.workflow import step
from tests.meetings.rows import meeting, moment
from tests.meetings.team_rows import team


def test_every_kind_stands_in_the_table_with_its_article_or_as_our_own_practice():
    assert [rule.code for rule in rules()] == MeetingKind.values
    for rule in rules():
        assert bool(rule.article) != rule.internal, rule.code
        assert rule.agenda, rule.code
        assert all(item.kind in ItemKind.values for part in rule.agenda for item in part.items)


def test_only_the_pleno_is_wanted_every_year_and_only_tkksd_meetings_have_a_chair_rule():
    assert [(rule.code, rule.per_year, rule.per_year_article) for rule in rules() if rule.per_year] == [
        ("tkksd_pleno", 1, "Pasal 48 ayat (2) Permendagri 22/2020")
    ]
    chairs = {rule.code: (rule.chair, rule.chair_article) for rule in rules() if rule.chair}
    assert chairs == {
        "tkksd_pleno": (("ketua", "wakil_ketua"), "Pasal 48 Permendagri 22/2020"),
        "tkksd_teknis": (("sekretaris", "anggota"), "Pasal 49 Permendagri 22/2020"),
    }


def test_a_kind_nobody_knows_has_no_rule():
    with pytest.raises(KeyError):
        rule_of("arisan")


# the chair


def pleno(cast, **facts):
    return meeting(cast.officer, cast.kukar, kind="tkksd_pleno", **facts)


def teknis(cast, **facts):
    return meeting(cast.officer, cast.kukar, kind="tkksd_teknis", **facts)


def test_the_pleno_is_led_by_the_ketua_or_else_by_the_wakil(cast):
    team(cast.kukar)
    sheet = chair_sheet(pleno(cast))
    assert (str(sheet.proposed and sheet.proposed.name), sheet.warning) == (
        "Sekda Contoh",
        "Pimpinan rapat belum diisi.",
    )
    assert "Ketua TKKSD, atau Wakil Ketua" in sheet.rule
    for name in ("Sekda Contoh", "asisten  CONTOH"):
        assert chair_sheet(pleno(cast, chair=name)).warning == ""
    refused = chair_sheet(pleno(cast, chair="Kabag Contoh"))
    assert refused.warning == "Kabag Contoh tidak tercatat sebagai Ketua atau Wakil Ketua pada hari rapat."


def test_the_teknis_is_led_by_the_sekretaris_or_else_by_a_member(cast):
    team(cast.kukar)
    sheet = chair_sheet(teknis(cast))
    assert sheet.proposed is not None
    assert sheet.proposed.name == "Kabag Contoh"
    assert chair_sheet(teknis(cast, chair="Anggota Contoh")).warning == ""
    assert "tidak tercatat" in chair_sheet(teknis(cast, chair="Sekda Contoh")).warning


def test_a_member_whose_time_is_over_does_not_lead(cast):
    rows = team(cast.kukar)
    rows.members.filter(position="ketua").update(until=moment(1, 8).date())
    sheet = chair_sheet(pleno(cast))
    assert sheet.proposed is not None
    assert sheet.proposed.name == "Asisten Contoh"


def test_without_a_decree_nobody_is_proposed(cast):
    row = pleno(cast)
    assert "catat dahulu Keputusan TKKSD" in chair_sheet(row).warning
    with pytest.raises(ImpossibleStep, match="Tidak ada pimpinan yang dapat diusulkan"):
        take_proposed_chair(actor=cast.officer, meeting=row)


def test_another_kind_has_no_chair_rule(cast):
    sheet = chair_sheet(meeting(cast.biro, cast.kaltim, chair="Siapa Saja"))
    assert (sheet.proposed, sheet.warning, sheet.rule) == (None, "", "")


def test_the_proposed_chair_is_taken_once_with_a_trace(cast):
    team(cast.kukar)
    row = pleno(cast)
    for _time in range(2):
        row = take_proposed_chair(actor=cast.tkksd, meeting=row)
    assert (row.chair, row.chair_title) == ("Sekda Contoh", "Ketua TKKSD")
    assert [event.step for event in row.events.all()] == ["ubah", "rencanakan"]
    with pytest.raises(NotAllowed):
        take_proposed_chair(actor=cast.biro, meeting=row)


def test_a_wrong_chair_is_said_and_stops_nothing(cast):
    team(cast.kukar)
    row = pleno(cast, chair="Orang Lain")
    change_state(actor=cast.officer, meeting=row, code="setujui")
    assert lacking(row, step("kirim_undangan")) == []


def test_the_page_offers_the_proposed_chair(cast, signed_in):
    team(cast.kukar)
    row = pleno(cast)
    client = signed_in(cast.officer)
    text = client.get(row.get_absolute_url()).content.decode()
    assert "Jadikan Sekda Contoh (Ketua) pimpinan rapat" in text
    assert client.post(f"{row.get_absolute_url()}pimpinan/").status_code == 302
    text = client.get(row.get_absolute_url()).content.decode()
    assert "Sekda Contoh – Ketua TKKSD" in text
    assert "Jadikan" not in text


# once a year


def test_the_pleno_of_a_year_is_counted_for_each_region(cast, django_assert_num_queries):
    pleno(cast, state="tindak_lanjut")
    pleno(cast, state="dibatalkan")
    meeting(cast.partner, cast.kubar, kind="tkksd_pleno")
    meeting(cast.stranger, cast.paser, kind="tkksd_teknis", state="selesai")
    with django_assert_num_queries(2):
        lines = year_lines([cast.kukar, cast.kubar, cast.paser], 2026)
    assert [(line.held, line.planned, line.tone) for line in lines] == [
        (1, 0, "success"),
        (0, 1, "warning"),
        (0, 0, "danger"),
    ]
    assert [line.region for line in year_warnings([cast.kukar, cast.kubar, cast.paser], 2026)] == [cast.paser]
    assert [line.tone for line in year_lines([cast.kukar], 2025)] == ["danger"]


def test_a_region_without_its_pleno_is_warned_on_the_list_and_named_on_the_page(cast, signed_in):
    client = signed_in(cast.officer)
    text = client.get("/rapat/").content.decode()
    assert "Rapat pleno TKKSD Kabupaten Kutai Kartanegara tahun 2026 belum dilaksanakan" in text
    assert "Pasal 48 ayat (2) Permendagri 22/2020" in text
    pleno(cast)
    assert "belum dilaksanakan dan belum direncanakan" not in client.get("/rapat/").content.decode()
    page = client.get("/rapat/wajib/", {"tahun": "2026"}).content.decode()
    assert "Sudah direncanakan" in page
    assert "Kabupaten Paser" not in page
    assert client.get("/rapat/wajib/", {"tahun": "9e9"}).status_code == 200


# what a step needs, by kind and mode


def test_a_meeting_of_one_team_needs_no_other_region(cast):
    assert lacking(pleno(cast), step("kirim_undangan")) == []
    assert lacking(meeting(cast.biro, cast.kaltim), step("kirim_undangan")) == [
        "Daerah peserta belum dipilih."
    ]


@pytest.mark.parametrize(
    ("mode", "place", "link", "lacks"),
    [
        ("luring", "", "", ["Tempat rapat belum diisi."]),
        ("daring", "", "", ["Tautan rapat daring belum diisi."]),
        ("daring", "", "https://rapat.contoh.test/1", []),
        ("hibrida", "Tenggarong", "", ["Tautan rapat daring belum diisi."]),
        ("hibrida", "Tenggarong", "https://rapat.contoh.test/1", []),
    ],
)
def test_an_invitation_says_where_to_go_or_what_to_open(cast, mode, place, link, lacks):
    assert lacking(pleno(cast, mode=mode, place=place, link=link), step("kirim_undangan")) == lacks
