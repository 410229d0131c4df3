"""Regions' offices, officials, emblems and people of the demonstration."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password

from ksd.accounts.choices import Role
from ksd.accounts.models import Membership, User
from ksd.core import files
from ksd.office.demo.emblems import draw_emblem
from regions.choices import OfficeKind, Position
from regions.models import Office, Official, Region, Urusan

TERM_START = date(2025, 2, 20)
# Civil servants were there before the heads they serve: they ran the Rakor of 2024.
SERVICE_START = date(2024, 1, 2)
TERM_END = date(2030, 2, 19)
PROVINCE = "64"


@dataclass(frozen=True)
class SignIn:
    """One line of the list of demonstration sign-ins."""

    username: str
    role: str
    region: str


@lru_cache
def data() -> dict[str, Any]:
    """The invented people and offices."""
    return tomllib.loads((Path(__file__).parent / "people.toml").read_text(encoding="utf-8"))


def region(code: str) -> Region:
    """A region of the register in force today."""
    return Region.objects.current().get(code=code)


def build() -> None:
    """Make everything that is not there yet."""
    _state_emblem()
    for entry in data()["regions"]:
        place = region(entry["code"])
        _dress(place, entry)
        _officials(place, entry)
        if entry.get("users", True):
            _people(place, entry)
    _special_people()


def _state_emblem() -> None:
    state = region("00")
    if state.emblem is None:
        state.emblem = files.store_bytes(
            content=draw_emblem("RI", "#8a6d1d"),
            name="lambang-contoh.png",
            content_type="image/png",
            kind="lambang",
        )
        state.save(update_fields=["emblem"])


def _dress(place: Region, entry: dict[str, Any]) -> None:
    if place.emblem is None:
        place.emblem = files.store_bytes(
            content=draw_emblem(_initials(place), entry["colour"]),
            name=f"lambang-{entry['slug']}.png",
            content_type="image/png",
            kind="lambang",
        )
    place.address = place.address or entry["address"]
    place.phone = place.phone or "(0500) 000-000"
    place.email = place.email or f"kerja-sama@{entry['slug']}.contoh.test"
    place.save()


def _initials(place: Region) -> str:
    return "".join(word[0] for word in place.name.split())[:4].upper()


def _officials(place: Region, entry: dict[str, Any]) -> None:
    _official(place, None, entry["head"], Position.KEPALA_DAERAH, f"{place.head_title} {place.name}")
    _official(place, None, entry["secretary"], Position.SEKDA, f"Sekretaris Daerah {place.full_name}")
    unit = _office(
        place, entry.get("unit", "Bagian Kerja Sama"), entry.get("unit_kind", OfficeKind.BAGIAN), unit=True
    )
    if "unit_head" in entry:
        _official(place, unit, entry["unit_head"], Position.KEPALA_BIRO_BAGIAN, f"Kepala {unit.name}")
    for row, name in zip(data()["offices"], _office_heads(entry), strict=True):
        office = _office(place, row["name"], OfficeKind.PERANGKAT_DAERAH, urusan=row["urusan"])
        title = f"Kepala {office.name} {place.full_name}"
        _official(place, office, name, Position.KEPALA_PERANGKAT_DAERAH, title)


def _office_heads(entry: dict[str, Any]) -> list[str]:
    """Names for the heads of offices, different in each region."""
    first = data()["first_names"]
    turn = data()["regions"].index(entry)
    family = entry["head"].split()[-1]
    return [
        f"{first[(turn + number) % len(first)]} Contoh {family}" for number in range(len(data()["offices"]))
    ]


def _office(
    place: Region, name: str, kind: str, *, unit: bool = False, urusan: tuple[str, ...] = ()
) -> Office:
    office, _new = Office.objects.get_or_create(
        region=place,
        name=name,
        valid_to=None,
        defaults={"kind": kind, "is_cooperation_unit": unit, "address": place.address},
    )
    office.urusan.set(Urusan.objects.filter(code__in=urusan))
    return office


def _official(place: Region, office: Office | None, name: str, position: str, title: str) -> None:
    Official.objects.get_or_create(
        region=place,
        office=office,
        position=position,
        is_example=True,
        defaults={
            "name": name,
            "position_title": title,
            "term_start": TERM_START,
            "term_end": TERM_END if position == Position.KEPALA_DAERAH else None,
        },
    )


def _people(place: Region, entry: dict[str, Any]) -> None:
    slug = entry["slug"]
    if entry["code"] == PROVINCE:
        person("biro", "Rimba Contoh Ayudya", Role.BIRO_STAFF, place)
        person("kepala.biro", entry["unit_head"], Role.BIRO_HEAD, place)
        person("tkksd.kaltim", f"Ketua Contoh TKKSD {place.name}", Role.TKKSD, place)
        person("gubernur", entry["head"], Role.HEAD_OF_REGION, place)
        return
    person(f"petugas.{slug}", f"Petugas Contoh {place.name}", Role.KABKOTA_OFFICER, place)
    person(f"pd.{slug}", f"Penghubung Contoh {place.name}", Role.PD_LIAISON, place)
    person(f"tkksd.{slug}", f"Anggota Contoh TKKSD {place.name}", Role.TKKSD, place)
    person(f"kepala.{slug}", entry["head"], Role.HEAD_OF_REGION, place)


def _special_people() -> None:
    admin = person("admin", "Admin Contoh Sistem", Role.ADMIN, region(PROVINCE))
    if not admin.is_staff:
        admin.is_staff = True
        admin.save(update_fields=["is_staff"])
    person("pengamat", "Pengamat Contoh Kaltim", Role.OBSERVER, region(PROVINCE))
    person("pusat", "Pemantau Contoh Kemendagri", Role.OBSERVER, region("00"))


@lru_cache(maxsize=1)
def _password() -> str:
    """The password of all, hashed once: hashing is slow on purpose, and here there is nothing to protect."""
    return make_password(data()["password"])


def person(username: str, name: str, role: str, place: Region) -> User:
    """An invented person with one role; the password is the same for all."""
    user = User.objects.filter(username=username).first()
    if user is None:
        email = f"{username}@contoh.test"
        user = User.objects.create(
            username=username, full_name=name, email=email, is_example=True, password=_password()
        )
    Membership.objects.get_or_create(
        user=user, region=place, role=role, valid_to=None, defaults={"valid_from": SERVICE_START}
    )
    return user


def sign_ins() -> list[SignIn]:
    """Who may sign in to look around, most useful first."""
    first = [
        "petugas.kukar",
        "petugas.kubar",
        "tkksd.kukar",
        "kepala.kukar",
        "biro",
        "kepala.biro",
        "admin",
        "pusat",
    ]
    rows = Membership.objects.filter(user__is_example=True).select_related("user", "region")
    lines = [SignIn(row.user.username, str(row.get_role_display()), row.region.full_name) for row in rows]
    order = {name: number for number, name in enumerate(first)}
    return sorted(lines, key=lambda line: (order.get(line.username, len(order)), line.username))
