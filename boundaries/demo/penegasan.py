"""Teams, a signed and a half-signed berita acara and a running term of Kukar–Kutai Barat; all invented (contoh)."""

from datetime import date

from boundaries.choices import PaperKind
from boundaries.models import BoundaryMinutes, BoundaryTeam, Segment
from boundaries.services.chain import write_letter
from boundaries.services.events import record_event
from boundaries.services.facilitation import record_attendance
from boundaries.services.minutes import number_minutes, write_minutes
from boundaries.services.minutes_steps import StepFacts, take_step
from boundaries.services.papers import add_paper
from boundaries.services.signers import record_signature
from boundaries.services.teams import add_member, record_team
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from regions.choices import Level
from regions.models import Region

CODES = ("64.02", "64.07")
DECREE = "Keputusan contoh Nomor 1 Tahun 2025"
DECREED = date(2025, 1, 6)
# Chair, secretary and member of each of the four teams, in the order the teams are recorded.
SEATS = (
    ("ketua", "Ketua tim", True),
    ("sekretaris", "Sekretaris tim", False),
    ("anggota", "Analis batas", False),
)
NAMES = (
    ("Ahmad Rifai", "Siti Rahmah", "Budi Santoso"),
    ("Yohanes Lahang", "Maria Ngau", "Petrus Belareq"),
    ("Hasanuddin Noor", "Dewi Lestari", "Rudi Hartono"),
    ("Bambang Wijaya", "Ratna Sari", "Agus Salim"),
)
POINTS_01 = (
    "Dokumen batas kedua daerah sudah diinventarisasi dan dipertukarkan (ilustrasi).\n"
    "Peta dasar dan peta kerja yang dipakai disepakati (ilustrasi).\n"
    "Pelacakan secara kartometrik dilaksanakan sesudah berita acara ini (ilustrasi)."
)
POINTS_02 = (
    "Garis sementara pada peta kerja digambar bersama dari titik simpul (ilustrasi).\n"
    "Sebagian ruas disepakati; ruas selebihnya dibahas dalam rapat berikutnya (ilustrasi)."
)


def play() -> int:
    """Build the scene once; return how many things were made."""
    province = Region.objects.current().filter(code="64").first()
    actor = province and recipients([province.pk], permissions=["boundaries.manage"]).first()
    segment = Segment.objects.of_codes(*CODES).for_list().first()
    if not (province and actor and segment) or BoundaryMinutes.objects.filter(segment=segment).exists():
        return 0
    made = _teams(actor, segment, province)
    add_paper(
        actor=actor, segment=segment, kind=PaperKind.PETA_KERJA, title="Peta kerja (ilustrasi)",
        note="Skala 1:50.000, rekaan untuk peragaan.",
    )  # fmt: skip
    _signed(actor, segment)
    _half_signed(actor, segment)
    _chain(actor, segment)
    return made + 4


def _teams(actor: User, segment: Segment, province: Region) -> int:
    """Teams of both sides and the province; the Tim PBD Pusat signed the first paper only, by an older decree."""
    nation = Region.objects.current().filter(level=Level.NEGARA).first()
    places = [*segment.sides, province, *([nation] if nation else [])]
    for place, names in zip(places, NAMES, strict=False):
        if BoundaryTeam.objects.filter(region=place, decree_number=DECREE).exists():
            continue
        until = _months_ago(2) if place == nation else None
        team = record_team(
            actor=actor, region=place, decree_number=DECREE, decree_date=DECREED, valid_from=DECREED,
            valid_to=until, note="Rekaan untuk peragaan (contoh).",
        )  # fmt: skip
        for (role, title, signs), name in zip(SEATS, names, strict=True):
            add_member(
                actor=actor, team=team, role=role, name=f"{name} (contoh)", title=title, since=DECREED,
                signs=signs,
            )  # fmt: skip
    return len(places)


def _months_ago(count: int) -> date:
    return date.fromordinal(clock.today().toordinal() - 30 * count)


def _signed(actor: User, segment: Segment) -> None:
    """Formulir 01, signed by all four teams."""
    on = _months_ago(6)
    paper = write_minutes(
        actor=actor,
        segment=segment,
        form="ba_01",
        on=on,
        place="Samarinda",
        points=POINTS_01,
        is_example=True,
    )
    paper = number_minutes(actor=actor, minutes=paper)
    for signer in paper.signers.filter(member__isnull=False):
        record_signature(actor=actor, minutes=paper, signer=signer, on=on)
    take_step(actor=actor, minutes=paper, code="tandatangani", facts=StepFacts(on=on, note="Ilustrasi"))


def _half_signed(actor: User, segment: Segment) -> None:
    """Formulir 02.A, which waits for the Tim PBD Pusat: its decree has ended."""
    on = _months_ago(1)
    held = segment.rounds.filter(on__lte=on).order_by("number").last()
    paper = write_minutes(
        actor=actor, segment=segment, form="ba_02a", on=on, place="Tenggarong", points=POINTS_02,
        round=held, is_example=True,
    )  # fmt: skip
    paper = number_minutes(actor=actor, minutes=paper)
    for signer in paper.signers.filter(member__isnull=False, region=segment.region_a):
        record_signature(actor=actor, minutes=paper, signer=signer, on=on)


def _chain(actor: User, segment: Segment) -> None:
    """A garis kajian waits for two answers; an invitation lies ready; who came to the first round is written down."""
    record_event(
        actor=actor, segment=segment, kind="garis_kajian", on=date.fromordinal(clock.today().toordinal() - 5),
        note="Surat contoh penyampaian garis kajian (ilustrasi)",
    )  # fmt: skip
    held = segment.rounds.order_by("number").first()
    if held is not None and held.on <= clock.today():
        record_attendance(
            actor=actor, round=held, region=segment.region_a, present=True, by="Asisten I (contoh)"
        )
        record_attendance(actor=actor, round=held, region=segment.region_b, present=False, reason="Ilustrasi")
    write_letter(
        actor=actor, segment=segment, kind="undangan", dated=clock.today(), place="Samarinda",
        data={
            "addressees": "Bupati Kutai Kartanegara (contoh)\nBupati Kutai Barat (contoh)",
            "nature": "Penting", "day": "menyusul", "time": "09.00 WITA", "venue": "Samarinda (contoh)",
            "agenda": "Paparan kedua daerah\nPembahasan garis kajian\nBerita acara",
        },
    )  # fmt: skip
