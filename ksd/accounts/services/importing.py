"""Import of users from CSV: read, check every row, show, then make all of them or none."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from ksd.accounts.access import acting_region_ids
from ksd.accounts.choices import Role
from ksd.accounts.models import Membership, User
from ksd.accounts.services.memberships import create_user_with_membership, grant_role, refuse_unfit_role
from ksd.core.errors import DomainError, NotReady
from regions.models import Office, Region

COLUMNS = ("username", "email", "nama", "telepon", "wilayah", "peran", "perangkat_daerah")
REQUIRED = ("username", "email", "nama", "wilayah", "peran")
EXAMPLE = (
    ",".join(COLUMNS),
    "siti.contoh,siti.contoh@kutaikartanegarakab.example,Siti Contoh,0541-000000,64.02,kabkota_officer,",
    "budi.contoh,budi.contoh@kaltimprov.example,Budi Contoh,,64,biro_staff,Biro Pemerintahan dan Otonomi Daerah",
)
MAX_ROWS = 2000


@dataclass
class ImportRow:
    """One line of the file: what it says, what it will do, and what is wrong with it."""

    line: int
    values: dict[str, str]
    region: Region | None = None
    office: Office | None = None
    user: User | None = None
    outcome: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def role(self) -> str:
        """The code of the role, whether the file names its code or its label."""
        said = self.values["peran"].casefold()
        return next((code for code, label in Role.choices if said in (code, str(label).casefold())), "")


def read_rows(text: str) -> list[ImportRow]:
    """Read the lines of a CSV (comma or semicolon); raises NotReady when it has no usable head."""
    text = text.lstrip("\ufeff").strip()
    head = text.split("\n", 1)[0]
    lines = io.StringIO(text, newline=None)
    reader = csv.reader(lines, delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        return _rows(reader)
    except csv.Error as error:
        raise NotReady(
            _("Baris %(line)s tidak terbaca sebagai CSV.") % {"line": reader.line_num},
            remedy=_("Buka berkas dengan lembar kerja, lalu simpan ulang sebagai CSV UTF-8."),
        ) from error


def _rows(reader: Any) -> list[ImportRow]:
    names = [name.strip().casefold() for name in next(reader, [])]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise NotReady(
            _("Kolom %(names)s tidak ada pada baris pertama berkas.") % {"names": ", ".join(missing)},
            remedy=_("Unduh contoh berkas, lalu isi dengan susunan kolom yang sama."),
        )
    rows = []
    for cells in reader:
        values = dict.fromkeys(COLUMNS, "") | {
            name: cell.strip() for name, cell in zip(names, cells, strict=False)
        }
        if any(values.values()):
            rows.append(ImportRow(reader.line_num, values))
    if not rows or len(rows) > MAX_ROWS:
        raise NotReady(_("Berkas harus memuat 1 sampai %(most)s baris isi.") % {"most": MAX_ROWS})
    return rows


def preview_import(*, actor: User, text: str) -> list[ImportRow]:
    """Every row of the file with what it would do and all its errors; changes nothing."""
    rows = read_rows(text)
    _find(rows)
    allowed = acting_region_ids(actor, "accounts.manage")
    for row in rows:
        _check_words(row)
        _check_lengths(row)
        _check_person(row)
        _check_place(row, allowed)
    _check_repeats(rows)
    return rows


def _find(rows: Iterable[ImportRow]) -> None:
    """Look up regions, offices and people of all rows, in four queries."""
    rows = list(rows)
    regions = {
        region.code: region
        for region in Region.objects.current().filter(code__in={row.values["wilayah"] for row in rows})
    }
    offices = {
        (office.region_id, office.name.casefold()): office
        for office in Office.objects.filter(region__in=regions.values())
    }
    people: dict[str, User] = {}
    said = User.objects.annotate(low_name=Lower("username"), low_email=Lower("email")).filter(
        Q(low_name__in={row.values["username"].lower() for row in rows})
        | Q(low_email__in={row.values["email"].lower() for row in rows if row.values["email"]})
    )
    for user in said:
        people[user.username.casefold()] = user
        if user.email:
            people.setdefault(f"<{user.email.casefold()}>", user)
    for row in rows:
        row.region = regions.get(row.values["wilayah"])
        if row.region:
            row.office = offices.get((row.region.pk, row.values["perangkat_daerah"].casefold()))
        row.user = people.get(row.values["username"].casefold())
        owner = people.get(f"<{row.values['email'].casefold()}>")
        if owner and owner != row.user:
            row.errors.append(_("Alamat surel ini milik pengguna %(user)s.") % {"user": owner.username})


def _check_words(row: ImportRow) -> None:
    for name in REQUIRED:
        if not row.values[name]:
            row.errors.append(_("Kolom %(name)s kosong.") % {"name": name})
    if row.values["email"]:
        try:
            validate_email(row.values["email"])
        except ValidationError:
            row.errors.append(_("Alamat surel “%(email)s” tidak benar.") % {"email": row.values["email"]})
    try:
        User._meta.get_field("username").run_validators(row.values["username"])
    except ValidationError:
        row.errors.append(_("Nama pengguna hanya boleh berisi huruf, angka, dan tanda @ . + - _"))
    if row.values["peran"] and not row.role:
        row.errors.append(
            _("Peran “%(role)s” tidak dikenal. Pilihannya: %(choices)s.")
            % {"role": row.values["peran"], "choices": ", ".join(Role.values)}
        )


def _check_lengths(row: ImportRow) -> None:
    for name, column in (("nama", "full_name"), ("telepon", "phone"), ("email", "email")):
        most = getattr(User._meta.get_field(column), "max_length", None) or 0
        if len(row.values[name]) > most:
            row.errors.append(_("Kolom %(name)s lebih dari %(most)s huruf.") % {"name": name, "most": most})


def _check_person(row: ImportRow) -> None:
    row.outcome = _("akun baru") if row.user is None else _("peran tambahan")
    if row.user is not None and row.user.email.casefold() != row.values["email"].casefold():
        row.errors.append(_("Nama pengguna ini sudah dipakai dengan alamat surel lain."))
    if row.user is not None and not row.user.is_active:
        row.errors.append(_("Akun ini tidak aktif."))


def _check_place(row: ImportRow, allowed: frozenset[int]) -> None:
    if row.region is None:
        if row.values["wilayah"]:
            row.errors.append(
                _("Kode wilayah “%(code)s” tidak ada dalam register.") % {"code": row.values["wilayah"]}
            )
        return
    if row.region.pk not in allowed:
        row.errors.append(_("Anda tidak mengelola akun untuk %(region)s.") % {"region": row.region})
    if row.values["perangkat_daerah"] and row.office is None:
        row.errors.append(_("Perangkat daerah itu tidak ada di %(region)s.") % {"region": row.region})
    if row.role:
        try:
            refuse_unfit_role(role=row.role, region=row.region, office=row.office)
        except DomainError as error:
            row.errors.append(str(error))


def _check_repeats(rows: list[ImportRow]) -> None:
    held = set(
        Membership.objects.filter(
            valid_to__isnull=True, user__in=[row.user for row in rows if row.user]
        ).values_list("user__username", "region__code", "role")
    )
    seen = {(username.casefold(), code, role): 0 for username, code, role in held}
    emails: dict[str, str] = {}
    for row in rows:
        username, email = row.values["username"].casefold(), row.values["email"].casefold()
        key = (username, row.values["wilayah"], row.role)
        if key in seen:
            where = _("baris %(line)s") % {"line": seen[key]} if seen[key] else _("data yang ada")
            row.errors.append(_("Orang, wilayah, dan peran ini sudah ada pada %(where)s.") % {"where": where})
        seen.setdefault(key, row.line)
        if email and emails.setdefault(email, username) != username:
            row.errors.append(_("Alamat surel ini dipakai nama pengguna lain dalam berkas yang sama."))


@transaction.atomic
def apply_import(*, actor: User, text: str) -> list[ImportRow]:
    """Make every account and role of the file, or nothing when any row has an error."""
    rows = preview_import(actor=actor, text=text)
    faulty = [row for row in rows if row.errors]
    if faulty:
        raise NotReady(
            _("%(count)s baris masih salah, jadi belum ada yang diimpor.") % {"count": len(faulty)},
            findings=tuple(f"Baris {row.line}: {' '.join(row.errors)}" for row in faulty),
            remedy=_("Perbaiki baris itu dalam berkas, lalu unggah kembali."),
        )
    made: dict[str, User] = {}
    for row in rows:
        if row.region is None:
            continue
        user = row.user or made.get(row.values["username"].casefold())
        if user is not None:
            grant_role(actor=actor, user=user, region=row.region, role=row.role, office=row.office)
            continue
        made[row.values["username"].casefold()] = create_user_with_membership(
            actor=actor,
            username=row.values["username"],
            email=row.values["email"],
            full_name=row.values["nama"],
            phone=row.values["telepon"],
            region=row.region,
            role=row.role,
            office=row.office,
        )
    return rows
