"""Run by `rakor_live` beside the server: makes the meeting with its delegates, or counts what arrived; answers as JSON."""

import json
import os
import sys
from datetime import date, timedelta
from typing import Any

DELEGATES = 120


def main() -> None:
    """`set` the stage or `count` the confirmations."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench._room_settings")
    import django

    django.setup()
    print(json.dumps(_count() if sys.argv[1] == "count" else _set()))


def _count() -> dict[str, int]:
    """How many words stand in the record, and of how many delegations."""
    from meetings.models import Confirmation

    rows = Confirmation.objects.filter(record__meeting__title="Rakor ukur")
    return {"rows": rows.count(), "delegations": rows.values("invitee").distinct().count()}


def _person(name: str, role: str, region: Any) -> Any:
    from ksd.accounts.models import Membership, User

    user = User.objects.create(username=name, full_name=f"Contoh {name}", is_example=True)
    Membership.objects.create(user=user, region=region, role=role, valid_from=date(2020, 1, 1))
    return user


def _session(**facts: Any) -> str:
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store.update(facts)
    store.create()
    return str(store.session_key)


def _signed_in(user: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    marks = {SESSION_KEY: str(user.pk), HASH_SESSION_KEY: user.get_session_auth_hash()}
    return _session(**marks, **{BACKEND_SESSION_KEY: "ksd.accounts.backends.RolePermissionBackend"})


def _set() -> dict[str, Any]:
    """A Rakor that is held, three points, 120 delegations: every second head has an account, the others a link."""
    from meetings.services.decisions import DecisionData, write_decision
    from regions.models import Region

    nation = Region.objects.create(code="R", name="Ukur", kind="negara", level=0)
    province = Region.objects.create(code="R1", name="Ukur", kind="provinsi", level=1, parent=nation)
    regions = [
        Region.objects.create(
            code=f"R1.{number:03}", name=f"Ukur {number}", kind="kabupaten", level=2, parent=province
        )
        for number in range(DELEGATES)
    ]
    secretary = _person("ukur.biro", "biro_staff", province)
    meeting = _meeting(secretary, province, regions)
    for number in range(3):
        data = DecisionData(text=f"Butir ukur {number} disepakati dan dilaksanakan bersama.")
        write_decision(actor=secretary, meeting=meeting, data=data, key=f"ukur-{number}")
    delegates = [_delegate(meeting, regions[0], 0, secretary)]
    few = _queries(meeting, secretary)
    delegates += [
        _delegate(meeting, region, number, secretary) for number, region in enumerate(regions) if number
    ]
    return {
        "meeting": meeting.public_id, "secretary": _signed_in(secretary), "delegates": delegates,
        "queries": [few, _queries(meeting, secretary)],
    }  # fmt: skip


def _meeting(secretary: Any, province: Any, regions: list[Any]) -> Any:
    from ksd.core import clock
    from meetings.models import Meeting
    from meetings.services import MeetingData, plan_meeting

    now = clock.now()
    data = MeetingData(
        title="Rakor ukur", kind="rakor_pemerintahan", fiscal_year=now.year, host=province, organiser=province,
        starts_at=now, ends_at=now + timedelta(hours=8), place="Ukur",
    )  # fmt: skip
    meeting = plan_meeting(actor=secretary, data=data, participants=regions)
    Meeting.objects.filter(pk=meeting.pk).update(state="berlangsung")
    meeting.refresh_from_db()
    return meeting


def _delegate(meeting: Any, region: Any, number: int, secretary: Any) -> dict[str, Any]:
    from meetings.models import Invitee
    from meetings.services.confirming import ask_by_link
    from meetings.services.links import link_of
    from meetings.views.confirm_links import SESSION

    head = Invitee.objects.create(
        meeting=meeting,
        region=region,
        title="Bupati",
        name=f"Kepala {number}",
        role="kepala_delegasi",
        order=number + 1,
    )
    if number % 2:
        link = link_of(ask_by_link(actor=secretary, invitee=head), "konfirmasi")
        return {
            "session": _session(**{SESSION: link.pk if link else 0}),
            "invitee": head.public_id,
            "link": True,
        }
    user = _person(f"ukur.{number}", "head_of_region", region)
    return {"session": _signed_in(user), "invitee": head.public_id, "link": False}


def _queries(meeting: Any, user: Any) -> int:
    """Queries of the dearest answer: something changed, and the shared page is written anew."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from meetings.services import touch

    client = Client(headers={"host": "127.0.0.1"})
    client.cookies["sessionid"] = _signed_in(user)
    address = reverse("meetings:pulse", args=[meeting.public_id])
    counts = []
    for view in ("telepon", "rumusan", "layar"):
        touch(meeting)
        with CaptureQueriesContext(connection) as captured:
            if client.get(address, {"view": view}).status_code != 200:
                raise RuntimeError(f"no answer of {view}")
        counts.append(len(captured))
    return max(counts)


if __name__ == "__main__":
    main()
