"""The room of the demonstration."""

from meetings import demo
from meetings.models import Confirmation, Decision, Meeting


def test_the_rakor_of_2025_has_a_locked_record_with_one_objection_and_today_runs(cast):
    demo.build()
    rakor = Meeting.objects.get(title=demo.RAKOR_2025)
    assert rakor.record.state == "terkunci"
    assert rakor.record.number is not None
    assert rakor.record.number.is_valid
    assert rakor.record.number.dated.isoformat() == "2025-10-29"
    assert Confirmation.objects.filter(record=rakor.record, stance="keberatan").count() == 1
    today = Meeting.objects.get(title=demo.TODAY)
    assert [item.state for item in today.items.all()][:3] == ["selesai", "selesai", "berjalan"]
    assert today.notes.count() == 3
    assert all("(contoh)" in row.text for row in Decision.objects.all())
    written = Decision.objects.count()
    assert demo.build() == 0
    assert Decision.objects.count() == written
