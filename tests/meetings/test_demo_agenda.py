"""The agendas of the demonstration."""

from boundaries.choices import Stage
from meetings import demo
from meetings.documents.timetable import overrun, timetable
from meetings.models import AgendaItem, BacklogItem, Meeting
from tests.boundaries.rows import segment


def agenda_of(title):
    held = Meeting.objects.get(title=title)
    return held, list(AgendaItem.objects.filter(meeting=held).for_page())


def test_the_rakor_of_2025_has_the_agenda_that_was_reported_the_rest_is_marked(cast):
    boundary = segment(cast.kukar, cast.kubar, stage=Stage.BERSELISIH)
    demo.build()
    held, items = agenda_of(demo.RAKOR_2025)
    assert [item.kind for item in items if "(contoh)" not in item.title] == ["pembukaan", "sambutan"]
    speech = next(item for item in items if item.kind == "sambutan")
    assert speech.speaker.startswith("Bupati Kutai Kartanegara (nama contoh), dibacakan oleh Asisten I")
    assert next(item for item in items if item.segment_id).segment == boundary
    assert overrun(held, timetable(held, items)) == 0


def test_the_meeting_of_today_takes_up_what_is_stuck_and_wishes_wait_for_the_next(cast):
    segment(cast.kukar, cast.kubar, stage=Stage.BERSELISIH)
    demo.build()
    _held, items = agenda_of(demo.TODAY)
    stuck = [item for item in items if item.source]
    assert stuck
    assert all(item.reason and item.section.title == "Pembahasan" for item in stuck)
    assert items[-1].kind == "penutupan"
    ahead = Meeting.objects.get(title=demo.NEXT)
    assert BacklogItem.objects.waiting_for(ahead).count() == 2
    assert BacklogItem.objects.get(state="ditunda").meeting == ahead
    assert all("(contoh)" in wish.title for wish in BacklogItem.objects.all())
    demo.build()
    assert BacklogItem.objects.count() == 3
