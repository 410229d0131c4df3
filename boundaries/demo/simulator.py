"""Two invented compromise lines of the province, one shared and one not: illustration."""

from django.db import transaction

from boundaries.demo.evidence import segment_of_demo, voice
from boundaries.geo.starters import follow_until, middle_line
from boundaries.services import MANAGE
from boundaries.services.claim_pairs import pair_of
from boundaries.services.compromises import Drawing, begin_compromise, save_step, share_compromise

NOTE = "Ilustrasi peragaan."


@transaction.atomic
def play() -> int:
    """Draw what is missing; nothing while the claims of the illustration are not there."""
    segment = segment_of_demo()
    actor = voice(segment.region_a.parent, MANAGE) if segment else None
    pair = pair_of(segment) if segment else None
    if segment is None or actor is None or pair is None or segment.compromises.exists():
        return 0
    a, b = pair.lines
    shared = begin_compromise(
        actor=actor,
        segment=segment,
        name="Garis tengah (ilustrasi)",
        drawing=Drawing(middle_line(a, b), NOTE, True),
    )
    share_compromise(actor=actor, compromise=shared, seen=shared.revision, note="Bahan rapat contoh.")
    private = begin_compromise(
        actor=actor,
        segment=segment,
        name="Klaim pertama sampai titik 6, lalu klaim kedua (ilustrasi)",
        drawing=Drawing(a, NOTE, True),
    )
    save_step(
        actor=actor,
        compromise=private,
        drawing=Drawing(follow_until(a, b, 6), NOTE, True),
        seen=private.revision,
    )
    return 2
