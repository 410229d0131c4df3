"""The world every address is asked in, and how a rule about an address is written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agreements.models import Naskah
from agreements.services.pdf import request_naskah_pdf
from boundaries.models import Segment
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.files import store_bytes
from ksd.core.models import Job
from ksd.deadlines.models import Deadline, Notice
from meetings.models import Meeting
from regions.models import Office, Official, RegionImport
from tests import factories
from tests.agreements.playing import Play
from tests.boundaries.rows import segment
from tests.conftest import Cast, make_cast
from tests.meetings.rows import meeting

# Within whose scope the case lies, and outside of it.
READERS = frozenset({"observer", "officer", "partner", "biro", "admin"})
OUTSIDERS = frozenset({"nobody", "stranger", "stranger_admin"})
EVERYBODY = READERS | OUTSIDERS
# Words of the case, a meeting and a segment that nobody outside may ever read.
SECRETS = ("Puskesmas Perbatasan", "Puskesmas Jempang", "Tertutup-7X")


@dataclass(frozen=True)
class World:
    """One played case and a row of everything else an address may name."""

    cast: Cast
    play: Play
    text: Naskah
    job: Job
    notice: Notice
    deadline: Deadline
    meeting: Meeting
    segment: Segment
    upload: RegionImport
    people: dict[str, User]

    @property
    def office(self) -> Office:
        """An office of the region that runs the case."""
        return self.play.offices[self.cast.kukar.pk]

    @property
    def official(self) -> Official:
        """Its head."""
        return Official.objects.get(region=self.cast.kukar)

    @property
    def umbrella(self) -> Naskah:
        """The signed KB of the case."""
        return self.play.case.naskah.get(kind="kb")


def build() -> World:
    """Play a case up to the signatures of its first PKS."""
    cast = make_cast()
    play = Play(cast)
    play.to("penandatanganan_pks")
    text = play.case.naskah.get(kind="pks")
    held = meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), title="Rapat Tertutup-7X")
    people = {name: getattr(cast, name) for name in EVERYBODY - {"stranger_admin"}}
    stranger_admin = factories.person("admin.paser", ("admin", cast.paser), is_staff=True)
    return World(
        cast=cast,
        play=play,
        text=text,
        job=request_naskah_pdf(actor=cast.officer, naskah=text),
        notice=Notice.objects.filter(user=cast.officer, title__contains="Puskesmas").latest("pk"),
        deadline=Deadline.objects.of(play.case).latest("pk"),
        meeting=held,
        segment=segment(cast.kukar, cast.kubar, note="Tertutup-7X"),
        upload=RegionImport.objects.create(
            uploaded_by=cast.admin, created_at=clock.now(), source="Keputusan contoh", effective_on=clock.today(),
            scope=cast.kaltim, file=store_bytes(content=b"code,name", name="a.csv", content_type="text/csv", kind="x"),
            diff={"added": [], "renamed": [], "moved": [], "ended": [], "same": 0}, register_mark="x",
        ),
        people=people | {"stranger_admin": stranger_admin},
    )  # fmt: skip


Args = Callable[[World], dict[str, Any]]


def of_case(**more: Any) -> Args:
    """The address of the case, with more of its parts."""
    return lambda world: {"public_id": world.play.case.public_id, **more}


def of_text(**more: Any) -> Args:
    """The address of the text, with more of its parts."""
    return lambda world: {"public_id": world.text.public_id, **more}


@dataclass(frozen=True)
class Rule:
    """Where an address leads, and what GET and an empty POST answer: outsiders/readers, then single roles."""

    args: Args
    get: str
    post: str

    def expected(self, method: str, role: str) -> int:
        """The status for one role: its own word, else that of its side; one number stands for both sides."""
        base, *single = str(getattr(self, method)).split()
        own = dict(zip(single[::2], single[1::2], strict=True))
        outsiders, _slash, readers = base.partition("/")
        return int(own.get(role) or (outsiders if role in OUTSIDERS else readers or outsiders))


def bare(_world: World) -> dict[str, Any]:
    """An address without parts."""
    return {}


def row(name: str) -> Args:
    """The address of a row of the world by its number."""
    return lambda world: {"pk": getattr(world, name).pk}


def of_meeting(**more: Any) -> Args:
    """The address of the meeting."""
    return lambda world: {"public_id": world.meeting.public_id, **more}


def of_segment(world: World) -> dict[str, Any]:
    """The address of the segment."""
    return {"slug": world.segment.slug}


def third_party(world: World) -> dict[str, Any]:
    """The address of a third party registered by the region that runs the case."""
    return {"pk": world.play.third_party().pk}


def scope_clause(_world: World) -> dict[str, Any]:
    """A clause of the library, which all regions share."""
    return {"kind": "kb", "family": "umum", "code": "ruang_lingkup"}


def own_region(_world: World) -> dict[str, Any]:
    """The region that runs the case; the directory of regions is open to all who sign in."""
    return {"code": "64.02"}


OPEN, NEVER, HIDDEN = "200", "405", "404"
READ = "404/200"
# A page of the text's drafters: shown, sent empty, or closed because the text is agreed.
FORM, SENT, CLOSED = "404/403 officer 200", "404/403 officer 422", "404/403 officer 409"
# Whoever keeps the directory of the region.
KEPT = "403/200 observer 403 partner 403"
