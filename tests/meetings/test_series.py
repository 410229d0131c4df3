"""Series of meetings: made by their region, and what the next meeting begins with."""

import pytest
from django.core.exceptions import ValidationError

from ksd.core.errors import NotAllowed
from meetings.models import Meeting, MeetingSeries
from meetings.services import plan_meeting
from meetings.services.series import SeriesData, agenda_text, first_facts, read_agenda, save_series, title_of
from tests.meetings.rows import data, meeting

AGENDA = "# Pembukaan\n15 | Pembukaan | Doa\n\n# Isi\n60 | Pembahasan usul daerah\n10 | penutupan | Penutup"


def facts(region, **given):
    values = {
        "region": region,
        "name": "Rakor tahunan",
        "kind": "rakor_pemerintahan",
        "title": "Rakor ke-{ke} Tahun {tahun} {0} {x}",
        "agenda": read_agenda(AGENDA),
    }
    return SeriesData(**(values | given))


def test_the_agenda_is_written_line_by_line_and_read_back_the_same(cast):
    rows = read_agenda(AGENDA)
    assert [(row["title"], len(row["items"])) for row in rows] == [("Pembukaan", 1), ("Isi", 2)]
    assert rows[1]["items"][0] == {"kind": "pembahasan", "title": "Pembahasan usul daerah", "minutes": 60}
    series = save_series(actor=cast.biro, data=facts(cast.kaltim))
    assert read_agenda(agenda_text(series)) == rows
    assert agenda_text(None, "tkksd_pleno").startswith("# Rapat pleno\n10 | Pembukaan | ")


@pytest.mark.parametrize(
    "line", ["sejam | Pembahasan | X", "0 | X", "60 | Joget | X", "60 |", "²0 | X", "9999999999 | X"]
)
def test_a_line_nobody_can_read_is_named(line):
    with pytest.raises(ValidationError, match="Baris 2 tidak terbaca"):
        read_agenda(f"# Isi\n{line}")


def test_an_agenda_has_an_end():
    with pytest.raises(ValidationError, match="paling banyak 100 baris"):
        read_agenda("5 | X\n" * 101)


def test_year_and_number_are_filled_in_and_nothing_else(cast):
    series = save_series(actor=cast.biro, data=facts(cast.kaltim))
    assert title_of(series, 2027) == "Rakor ke-1 Tahun 2027 {0} {x}"
    meeting(cast.biro, cast.kaltim, series=series)
    meeting(cast.biro, cast.kaltim, series=series, state="dibatalkan")
    assert title_of(series, 2027).startswith("Rakor ke-2 ")


def test_the_next_meeting_takes_over_title_theme_participants_and_agenda(cast):
    series = save_series(actor=cast.biro, data=facts(cast.kaltim, theme="Tema tetap"))
    meeting(cast.biro, cast.kaltim, series=series, participants=(cast.kukar, cast.kubar), mode="hibrida")
    begun = first_facts(series)
    assert (begun["theme"], begun["fiscal_year"], begun["mode"]) == ("Tema tetap", 2027, "hibrida")
    assert set(begun["participants"]) == {cast.kukar.pk, cast.kubar.pk}
    row = plan_meeting(actor=cast.biro, data=data(cast.kaltim, series=series))
    assert [section.title for section in row.sections.all()] == ["Pembukaan", "Isi"]
    assert [item.title for item in row.items.all()] == ["Doa", "Pembahasan usul daerah", "Penutup"]


def test_a_year_that_has_its_meetings_is_not_proposed_again(cast):
    series = save_series(actor=cast.biro, data=facts(cast.kaltim, title="Rakor Tahun {tahun}", per_year=2))
    called_off = meeting(
        cast.biro, cast.kaltim, series=series, participants=(cast.paser,), state="dibatalkan"
    )
    assert first_facts(series)["title"] == "Rakor Tahun 2026"
    assert "participants" not in first_facts(series)  # what was called off is nobody's example
    for _number in range(2):
        assert first_facts(series)["fiscal_year"] == called_off.fiscal_year
        meeting(cast.biro, cast.kaltim, series=series, participants=(cast.kukar,))
    assert (first_facts(series)["title"], first_facts(series)["fiscal_year"]) == ("Rakor Tahun 2027", 2027)


def test_a_series_without_an_agenda_uses_that_of_its_kind(cast):
    series = save_series(actor=cast.biro, data=facts(cast.kaltim, agenda=[]))
    row = plan_meeting(actor=cast.biro, data=data(cast.kaltim, series=series))
    assert row.items.filter(kind="perumusan").exists()


@pytest.mark.parametrize("who", ["observer", "admin", "partner", "nobody", "biro"])
def test_only_its_own_region_keeps_a_series(cast, who):
    with pytest.raises(NotAllowed):
        save_series(actor=getattr(cast, who), data=facts(cast.kukar))
    series = save_series(actor=cast.officer, data=facts(cast.kukar))
    with pytest.raises(NotAllowed):
        save_series(actor=getattr(cast, who), data=facts(cast.kukar, name="Lain"), series=series)


def test_a_series_is_not_used_by_another_region_nor_moved_with_its_meetings(cast):
    series = save_series(actor=cast.officer, data=facts(cast.kukar))
    with pytest.raises(ValidationError, match="bukan milik daerah penyelenggara"):
        meeting(cast.biro, cast.kaltim, series=series)
    with pytest.raises(ValidationError, match="sudah ada"):
        save_series(actor=cast.officer, data=facts(cast.kukar))


def test_from_the_list_to_the_next_meeting(cast, signed_in):
    client = signed_in(cast.biro)
    form = client.get("/rapat/seri/baru/").context["form"]
    given = {
        "form_token": form["form_token"].value(),
        "region": cast.kaltim.pk,
        "name": "Rakor tahunan",
        "kind": "rakor_pemerintahan",
        "title": "Rakor Tahun {tahun}",
        "per_year": 1,
        "agenda": AGENDA,
        "is_active": "on",
    }
    refused = client.post("/rapat/seri/baru/", given | {"agenda": "# A\nkacau"})
    assert refused.status_code == 422
    assert "Baris 2 tidak terbaca: “kacau”." in refused.content.decode()
    assert "kacau</textarea>" in refused.content.decode()
    assert client.post("/rapat/seri/baru/", given).status_code == 302
    assert client.post("/rapat/seri/baru/", given).status_code == 302
    series = MeetingSeries.objects.get()
    page = client.get("/rapat/seri/").content.decode()
    assert f"/rapat/baru/?seri={series.pk}" in page
    assert "0 dari 1" in page
    begun = client.get("/rapat/baru/", {"seri": series.pk}).context["form"]
    assert begun["title"].value() == "Rakor Tahun 2026"
    for odd in ("x", "9" * 30, str(series.pk + 1)):
        assert client.get("/rapat/baru/", {"seri": odd}).status_code == 200
    change = client.get(f"/rapat/seri/{series.pk}/").context["form"]
    assert change["agenda"].value().startswith("# Pembukaan\n15 | Pembukaan | Doa")
    assert not Meeting.objects.exists()
