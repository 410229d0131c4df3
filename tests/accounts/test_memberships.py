"""Giving and ending roles, making and closing accounts."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from ksd.accounts.access import may, reach
from ksd.accounts.models import Membership, User
from ksd.accounts.services import create_user_with_membership, end_membership, grant_role, set_active
from ksd.core.errors import ImpossibleStep, NotAllowed
from tests import factories


def test_a_new_account_holds_its_first_role_at_once(cast):
    user = create_user_with_membership(
        actor=cast.admin,
        username="baru",
        email="baru@contoh.test",
        full_name="Contoh Baru",
        region=cast.kukar,
        role="kabkota_officer",
    )
    assert may(user, "agreements.propose", cast.kukar)
    assert not user.has_usable_password()
    assert user.memberships.get().granted_by == cast.admin


def test_an_admin_cannot_give_roles_beyond_the_regions_managed(cast):
    with pytest.raises(NotAllowed, match="tidak mengelola akun untuk"):
        grant_role(actor=cast.admin, user=cast.nobody, region=cast.nation, role="observer")
    with pytest.raises(NotAllowed):
        grant_role(actor=cast.officer, user=cast.nobody, region=cast.kukar, role="observer")
    assert not cast.nobody.memberships.exists()


def test_the_same_role_is_not_given_twice(cast):
    with pytest.raises(ImpossibleStep, match="sudah menjadi Petugas"):
        grant_role(actor=cast.admin, user=cast.officer, region=cast.kukar, role="kabkota_officer")


@pytest.mark.parametrize(
    ("role", "region"), [("kabkota_officer", "kaltim"), ("biro_staff", "kukar"), ("camat", "kukar")]
)
def test_a_role_a_region_does_not_know_is_refused(cast, role, region):
    with pytest.raises(ImpossibleStep, match=r"tidak ada di|tidak dikenal"):
        grant_role(actor=cast.admin, user=cast.nobody, region=getattr(cast, region), role=role)


def test_an_end_before_the_beginning_is_refused(cast):
    with pytest.raises(ImpossibleStep, match="sebelum tanggal mulai"):
        grant_role(
            actor=cast.admin,
            user=cast.nobody,
            region=cast.kukar,
            role="observer",
            valid_from=date(2026, 5, 2),
            valid_to=date(2026, 5, 1),
        )


def test_the_admin_role_opens_the_admin_site_and_its_end_closes_it(cast):
    membership = grant_role(actor=cast.admin, user=cast.nobody, region=cast.kukar, role="admin")
    cast.nobody.refresh_from_db()
    assert cast.nobody.is_staff
    assert not cast.nobody.is_superuser
    assert cast.nobody.has_perm("accounts.change_user")
    assert not cast.nobody.has_perm("accounts.delete_user")
    end_membership(actor=cast.admin, membership=membership, reason="Mutasi")
    cast.nobody.refresh_from_db()
    assert not cast.nobody.is_staff
    assert not User.objects.get(pk=cast.nobody.pk).has_perm("accounts.change_user")


def test_being_staff_without_the_role_opens_nothing(cast):
    idle = factories.person("staf.tanpa.peran", ("observer", cast.kukar), is_staff=True)
    assert not idle.has_perm("accounts.view_user")
    assert not idle.has_module_perms("accounts")


def test_an_ended_role_is_gone_the_same_day_and_its_record_stays(cast):
    membership = cast.officer.memberships.get()
    end_membership(actor=cast.admin, membership=membership, reason=" Pindah tugas ")
    assert not reach(cast.officer).exists()
    membership.refresh_from_db()
    assert (membership.valid_to, membership.ended_by, membership.end_reason) == (
        factories.TODAY,
        cast.admin,
        "Pindah tugas",
    )


def test_a_role_ends_only_with_a_reason_and_only_once(cast):
    membership = cast.officer.memberships.get()
    with pytest.raises(ImpossibleStep, match="Alasan"):
        end_membership(actor=cast.admin, membership=membership, reason="  ")
    end_membership(actor=cast.admin, membership=membership, reason="Mutasi")
    with pytest.raises(ImpossibleStep, match="sudah berakhir"):
        end_membership(actor=cast.admin, membership=membership, reason="Mutasi")


def test_an_admin_cannot_end_the_own_admin_role(cast):
    with pytest.raises(ImpossibleStep, match="peran admin Anda sendiri"):
        end_membership(actor=cast.admin, membership=cast.admin.memberships.get(), reason="Lelah")


def test_a_role_may_be_given_again_after_it_ended(cast):
    end_membership(actor=cast.admin, membership=cast.officer.memberships.get(), reason="Cuti")
    grant_role(actor=cast.admin, user=cast.officer, region=cast.kukar, role="kabkota_officer")
    assert cast.officer.memberships.count() == 2


def test_names_and_addresses_are_one_whatever_their_case(cast):
    with pytest.raises(ImpossibleStep, match="sudah dipakai"):
        create_user_with_membership(
            actor=cast.admin,
            username="PETUGAS.KUKAR",
            email="x@contoh.test",
            full_name="X",
            region=cast.kukar,
            role="observer",
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(username="lain", email="PETUGAS.KUKAR@contoh.test", full_name="X")


def test_the_database_refuses_a_second_open_membership(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=cast.officer, region=cast.kukar, role="kabkota_officer")


def test_an_account_is_closed_by_the_admin_of_all_its_regions_only(cast):
    wide = factories.person("luas", ("observer", cast.kukar), ("observer", cast.nation))
    with pytest.raises(NotAllowed, match="di luar daerah"):
        set_active(actor=cast.admin, user=wide, active=False)
    with pytest.raises(ImpossibleStep, match="akun Anda sendiri"):
        set_active(actor=cast.admin, user=cast.admin, active=False)
    set_active(actor=cast.admin, user=cast.officer, active=False)
    assert not User.objects.get(pk=cast.officer.pk).is_active


def test_initials_leave_out_titles():
    assert User(full_name="Dr. Siti Aminah, S.H., M.Si.").initials == "SA"
