"""Giving and ending roles, making and closing accounts."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import forget, may
from ksd.accounts.choices import Role
from ksd.accounts.models import Membership, User
from ksd.accounts.permissions import table
from ksd.core.clock import today
from ksd.core.errors import ImpossibleStep, NotAllowed
from regions.models import Office, Region


def _require_manager(actor: User, region: Region) -> None:
    if not may(actor, "accounts.manage", region):
        raise NotAllowed(
            _("Anda tidak mengelola akun untuk %(region)s.") % {"region": region},
            remedy=_("Minta admin KSD daerah itu, atau admin provinsinya, melakukannya."),
        )


def refuse_unfit_role(*, role: str, region: Region, office: Office | None = None) -> None:
    """Refuse a role that a region of this level does not know, and an office of another region."""
    rule = table().roles.get(role)
    if rule is None:
        raise ImpossibleStep(_("Peran “%(role)s” tidak dikenal.") % {"role": role})
    if region.level not in rule.levels:
        raise ImpossibleStep(
            _("Peran %(role)s tidak ada di %(region)s.") % {"role": Role(role).label, "region": region},
            remedy=_("Pilih peran lain, atau daerah pada tingkat yang sesuai."),
        )
    if office is not None and office.region_id != region.pk:
        raise ImpossibleStep(
            _("%(office)s bukan perangkat daerah %(region)s.") % {"office": office, "region": region},
            remedy=_("Pilih perangkat daerah dari daerah yang sama."),
        )


@transaction.atomic
def grant_role(
    *,
    actor: User,
    user: User,
    region: Region,
    role: str,
    office: Office | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> Membership:
    """Let a person act for a region in a role; the role that works in the admin site opens it too."""
    _require_manager(actor, region)
    refuse_unfit_role(role=role, region=region, office=office)
    start = valid_from or today()
    if valid_to is not None and valid_to < start:
        raise ImpossibleStep(_("Tanggal berakhir tidak boleh sebelum tanggal mulai."))
    person = User.objects.select_for_update().get(pk=user.pk)
    if Membership.objects.filter(user=person, region=region, role=role, valid_to__isnull=True).exists():
        raise ImpossibleStep(
            _("%(user)s sudah menjadi %(role)s untuk %(region)s.")
            % {"user": person, "role": Role(role).label, "region": region},
            remedy=_("Akhiri dahulu keanggotaan yang lama bila tanggal atau perangkat daerahnya berubah."),
        )
    membership = Membership.objects.create(
        user=person,
        region=region,
        office=office,
        role=role,
        valid_from=start,
        valid_to=valid_to,
        granted_by=actor,
    )
    _open_or_close_admin(user)
    forget(user)
    return membership


@transaction.atomic
def end_membership(*, actor: User, membership: Membership, reason: str, on: date | None = None) -> Membership:
    """End a role from a day on (today); it stays in the record with who ended it and why."""
    locked = Membership.objects.select_for_update().select_related("region").get(pk=membership.pk)
    _require_manager(actor, locked.region)
    if not reason.strip():
        raise ImpossibleStep(_("Alasan mengakhiri keanggotaan wajib diisi."))
    if locked.valid_to is not None and locked.valid_to <= today():
        raise ImpossibleStep(_("Keanggotaan ini sudah berakhir."))
    if locked.user_id == actor.pk and locked.role == Role.ADMIN and not actor.is_superuser:
        raise ImpossibleStep(
            _("Anda tidak dapat mengakhiri peran admin Anda sendiri."),
            remedy=_("Minta admin lain melakukannya."),
        )
    locked.valid_to = max(on or today(), locked.valid_from)
    locked.ended_by = actor
    locked.end_reason = reason.strip()[:300]
    locked.save(update_fields=["valid_to", "ended_by", "end_reason"])
    _open_or_close_admin(membership.user)
    forget(membership.user)
    membership.refresh_from_db()
    return membership


def _open_or_close_admin(user: User) -> None:
    """Keep is_staff true exactly while the person holds, or will hold, the role of the admin site."""
    held = Membership.objects.filter(user_id=user.pk, role=table().admin_site.role)
    staff = user.is_superuser or held.exclude(valid_to__lte=today()).exists()
    User.objects.filter(pk=user.pk).update(is_staff=staff)
    user.is_staff = staff


@transaction.atomic
def create_user_with_membership(
    *,
    actor: User,
    username: str,
    email: str,
    full_name: str,
    region: Region,
    role: str,
    office: Office | None = None,
    phone: str = "",
    password: str | None = None,
    is_example: bool = False,
    valid_from: date | None = None,
) -> User:
    """Make an account with its first role; without a password the person makes one by "Lupa kata sandi"."""
    _require_manager(actor, region)
    taken = User.objects.filter(username__iexact=username) | User.objects.filter(email__iexact=email).exclude(
        email=""
    )
    if taken.exists():
        raise ImpossibleStep(
            _("Nama pengguna atau alamat surel itu sudah dipakai."),
            remedy=_("Cari penggunanya, lalu tambahkan peran padanya."),
        )
    user = User.objects.create_user(
        username, email, password, full_name=full_name, phone=phone, is_example=is_example
    )
    grant_role(actor=actor, user=user, region=region, role=role, office=office, valid_from=valid_from)
    return user


@transaction.atomic
def set_active(*, actor: User, user: User, active: bool) -> None:
    """Close or reopen an account; what the person did stays under their name."""
    person = User.objects.select_for_update().get(pk=user.pk)
    if person.pk == actor.pk:
        raise ImpossibleStep(_("Anda tidak dapat menonaktifkan akun Anda sendiri."))
    regions = Region.objects.filter(memberships__user=person).distinct()
    if not actor.is_superuser and (
        person.is_superuser or not all(may(actor, "accounts.manage", r) for r in regions)
    ):
        raise NotAllowed(_("%(user)s memegang peran di luar daerah yang Anda kelola.") % {"user": person})
    person.is_active = active
    person.save(update_fields=["is_active"])
    user.is_active = active
