"""The room of the demonstration: points of past Rakors, confirmed and locked; today's meeting with its third item at hand.

No result of these Rakors is known to us; every point and name here is invented and marked "(contoh)".
"""

from datetime import date, timedelta

from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import DecisionKind, InviteeRole, Stance
from meetings.demo.rakors import RAKOR_2024, RAKOR_2025, TODAY
from meetings.demo.stages import END, before
from meetings.models import AgendaItem, AgendaSection, Invitee, Meeting
from meetings.models.links import LinkAct
from meetings.services.confirming import Word, ask_by_link, confirm_by_link, delegations
from meetings.services.decisions import DecisionData, Duty, write_decision
from meetings.services.links import link_of
from meetings.services.records import lock_record, read_out, write_frame
from meetings.services.room import add_note, move_item

# (kind, words, how many participants owe something, what, days until it is due)
Points = tuple[tuple[str, str, int, str, int], ...]
POINTS: dict[str, Points] = {
    RAKOR_2024: (
        (DecisionKind.KEPUTUSAN, "Setiap kabupaten/kota memetakan potensi kerja sama daerah (contoh).", 4, "Daftar potensi", 120),
        (DecisionKind.REKOMENDASI, "Kabupaten/kota yang berbatasan melengkapi data segmen batas (contoh).", 2, "Data segmen", 180),
    ),
    RAKOR_2025: (
        (DecisionKind.INFORMASI, "Provinsi menyampaikan rekapitulasi kerja sama daerah se-Kalimantan Timur (contoh).", 0, "", 0),
        (DecisionKind.KEPUTUSAN, "Kabupaten/kota menyusun rencana kerja sama pelayanan kesehatan perbatasan (contoh).", 3, "Rancangan PKS", 90),
        (DecisionKind.REKOMENDASI, "Bagian Pemerintahan mempercepat penyelesaian segmen batas yang tersisa (contoh).", 2, "Berita acara kesepakatan", 180),
    ),
    TODAY: (
        (DecisionKind.KEPUTUSAN, "Laporan semester kerja sama disampaikan paling lambat tanggal 10 (contoh).", 2, "Laporan semester", 30),
        (DecisionKind.REKOMENDASI, "TKKSD kabupaten/kota menjadwalkan rapat pleno sebelum akhir tahun (contoh).", 1, "Jadwal pleno", 45),
    ),
}  # fmt: skip
OTHERS: Points = (
    (DecisionKind.KEPUTUSAN, "Rencana kerja TKKSD tahun berikutnya disusun bersama perangkat daerah (contoh).", 1, "Rencana kerja", 60),
)  # fmt: skip
ITEMS = (
    ("Pembukaan dan arahan (contoh)", "pembukaan", 15),
    ("Evaluasi tindak lanjut Rakor 2025 (contoh)", "paparan", 30),
    ("Kerja sama pelayanan kesehatan perbatasan (contoh)", "pembahasan", 45),
    ("Segmen batas yang belum selesai (contoh)", "pembahasan", 45),
    ("Perumusan hasil (contoh)", "perumusan", 30),
)
NOTES = (
    (
        "Asisten I (contoh)",
        "Rujukan pasien lintas kabupaten tertahan karena biaya ambulans belum diatur (contoh).",
    ),
    ("Kepala Bagian Kerja Sama (contoh)", "Rancangan PKS sudah ada; menunggu telaah bagian hukum (contoh)."),
    (
        "Sekretariat (contoh)",
        "Diminta mencatat batas waktu per kabupaten, bukan satu batas untuk semua (contoh).",
    ),
)
OBJECTION = "Batas waktu butir 2 terlalu pendek bagi anggaran perubahan (contoh)."


@before("sepakati_rumusan")
def play_record(meeting: Meeting, planner: User) -> None:
    """Write, read out, confirm and lock the result of a Rakor that is over; one delegation objects."""
    if not meeting.rule.record or meeting.decisions.exists():
        return
    _delegations(meeting)
    _points(meeting, planner)
    preamble = "Sesudah mendengar arahan dan paparan, peserta rapat membahas hal-hal berikut (contoh)."
    write_frame(actor=planner, meeting=meeting, preamble=preamble, closing="")
    record = read_out(actor=planner, meeting=meeting)
    for place, invitee in enumerate(delegations(meeting)):
        link = link_of(ask_by_link(actor=planner, invitee=invitee), LinkAct.KONFIRMASI)
        name, title = invitee.comes
        objects = place == 1 and meeting.title == RAKOR_2025
        word = Word(
            stance=Stance.KEBERATAN if objects else Stance.SETUJU, edition=record.edition,
            name=name or f"{invitee.title} (contoh)", title=title, objection=OBJECTION if objects else "",
        )  # fmt: skip
        if link is not None:
            confirm_by_link(link=link, word=word, same_phone=False)
    number = f"100.2.4/{meeting.pk}/contoh"  # read only where the office numbers elsewhere
    lock_record(actor=planner, meeting=meeting, seen_edition=record.edition, reason="(contoh)", number=number)


@before(END)
def play_today(meeting: Meeting, planner: User) -> None:
    """Today's meeting: two items are over, the third is at hand, some notes and points are written."""
    if meeting.title != TODAY or meeting.notes.exists():
        return
    _delegations(meeting)
    _agenda(meeting)
    now = clock.now()
    for step, act in enumerate(("mulai", "lanjut", "lanjut")):
        with clock.frozen(now - timedelta(minutes=40 - 15 * step)):
            _press(meeting, planner, act)
    item = meeting.items.filter(state="berjalan").first()
    for place, (speaker, text) in enumerate(NOTES):
        key = f"contoh-{meeting.public_id}-{place}"
        add_note(actor=planner, meeting=meeting, text=text, key=key, item=item, speaker=speaker)
    _points(meeting, planner)


def _press(meeting: Meeting, planner: User, act: str) -> None:
    """Start the first item, or go on from the one at hand."""
    running = meeting.items.filter(state="berjalan").first()
    item = running or meeting.items.order_by("section__order", "order").first()
    if item is not None:
        move_item(
            actor=planner, meeting=meeting, item=item, act=act if running else "mulai", seen_state=item.state
        )


def _agenda(meeting: Meeting) -> None:
    """An agenda where nobody wrote one yet."""
    if meeting.items.exists():
        return
    section = AgendaSection.objects.create(meeting=meeting, title="Sesi pagi (contoh)")
    for order, (title, kind, minutes) in enumerate(ITEMS, 1):
        AgendaItem.objects.create(
            meeting=meeting, section=section, order=order, title=title, kind=kind, minutes=minutes
        )


def _delegations(meeting: Meeting) -> None:
    """Heads of delegations, where the list of invitations names none."""
    named = meeting.invitees.filter(role=InviteeRole.KEPALA_DELEGASI).exists()
    if named or not meeting.rule.delegations:
        return
    for order, region in enumerate(meeting.participants.filter(level=2).order_by("code"), 1):
        Invitee.objects.create(
            meeting=meeting, region=region, order=order, role=InviteeRole.KEPALA_DELEGASI,
            title=region.head_title, name=f"Kepala Delegasi {region.name} (contoh)",
        )  # fmt: skip


def _points(meeting: Meeting, planner: User) -> None:
    """The points of a meeting; whoever owes something is taken in turn."""
    regions = list(meeting.participants.filter(level=2).order_by("code"))
    day: date = clock.today()
    for place, (kind, text, owing, target, days) in enumerate(POINTS.get(meeting.title, OTHERS)):
        owed = [regions[(place + step) % len(regions)] for step in range(min(owing, len(regions)))]
        duties = tuple(Duty(each, None, target, day + timedelta(days=days)) for each in owed)
        key = f"contoh-{meeting.public_id}-{place}"
        data = DecisionData(text=text, kind=kind, duties=duties)
        write_decision(actor=planner, meeting=meeting, data=data, key=key)
