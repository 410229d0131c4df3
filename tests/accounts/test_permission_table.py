"""The table of permissions: what it says, and that a faulty one is refused."""

import pytest

from ksd.accounts.access import acting_region_ids, may, recipients
from ksd.accounts.choices import Role
from ksd.accounts.permissions import SOURCE, PermissionTableError, UnknownPermissionError, parse, table
from tests import factories

LEVEL = {"biro_staff": "kaltim", "biro_head": "kaltim", "admin": "kaltim"}
OFFICER = {
    "agreements.propose",
    "agreements.offer",
    "agreements.answer",
    "agreements.draft",
    "agreements.approve",
    "agreements.sign",
    "agreements.dprd",
    "agreements.manage",
    "agreements.report",
    "agreements.check",
    "agreements.evaluate",
    "agreements.dispute",
    "agreements.team",
    "agreements.comment",
    "meetings.manage",
    "boundaries.state",
    "meetings.respond",
    "mapping.fill",
    "mapping.manage",
    "regions.manage_directory",
}
SUPERIOR = {"agreements.receive", "agreements.settle"}
BIRO = OFFICER | SUPERIOR | {"agreements.clauses", "boundaries.manage"}
GRANTED = {
    "biro_staff": BIRO,
    "kabkota_officer": OFFICER,
    "biro_head": BIRO | {"agreements.review"},
    "tkksd": {
        "agreements.review",
        "agreements.offer",
        "agreements.check",
        "agreements.evaluate",
        "agreements.dispute",
        "agreements.settle",
        "agreements.comment",
        "meetings.manage",
        "meetings.respond",
        "mapping.fill",
        "mapping.manage",
    },
    "pd_liaison": {
        "agreements.propose",
        "agreements.draft",
        "agreements.manage",
        "agreements.report",
        "agreements.evaluate",
        "agreements.comment",
        "meetings.respond",
        "mapping.fill",
    },
    "head_of_region": {
        "agreements.approve",
        "agreements.sign",
        "agreements.comment",
        "boundaries.state",
        "meetings.respond",
    },
    "observer": set(),
    "admin": {
        "accounts.manage",
        "regions.import_register",
        "regions.manage_directory",
        "deadlines.override",
        "deadlines.manage_calendar",
        "core.jobs",
        "agreements.clauses",
    },
}


@pytest.mark.parametrize("role", Role.values)
def test_a_role_may_do_exactly_what_the_table_says(cast, role):
    home = getattr(cast, LEVEL.get(role, "kukar"))
    person = factories.person("yang.diuji", (role, home))
    for code in table().permissions:
        granted = code in GRANTED[role]
        assert may(person, code, home) is granted, code
        assert person.has_perm(code, home) is granted, code
        assert person.has_perm(code) is granted, code
        assert may(person, code, cast.nation) is False, code


def test_nobody_without_a_role_may_do_anything(cast):
    for code in table().permissions:
        assert may(cast.nobody, code, cast.kukar) is False
        assert may(None, code, cast.kukar) is False
        assert acting_region_ids(None, code) == frozenset()


def test_a_superuser_may_do_everything_everywhere(cast):
    root = factories.person("root", is_superuser=True)
    for code in table().permissions:
        assert may(root, code, cast.paser)
        assert cast.nation.pk in acting_region_ids(root, code)


def test_the_province_sees_a_regency_but_does_not_act_for_it(cast):
    assert may(cast.biro, "agreements.propose", cast.kaltim)
    assert not may(cast.biro, "agreements.propose", cast.kukar)


def test_the_provinces_admin_manages_the_accounts_of_its_regencies(cast):
    assert may(cast.admin, "accounts.manage", cast.kukar)
    assert not may(cast.admin, "accounts.manage", cast.nation)
    assert acting_region_ids(cast.admin, "accounts.manage") == {
        cast.kaltim.pk,
        cast.kukar.pk,
        cast.kubar.pk,
        cast.paser.pk,
    }


def test_an_unknown_permission_is_a_fault_of_the_program(cast):
    with pytest.raises(UnknownPermissionError, match=r"agreements\.fly"):
        may(cast.officer, "agreements.fly", cast.kukar)


def test_permissions_of_one_request_cost_two_queries(cast, django_assert_num_queries):
    with django_assert_num_queries(2):  # the roles held, and once the regencies below them
        for code in OFFICER:
            may(cast.officer, code, cast.kukar)
            acting_region_ids(cast.officer, code)


def test_recipients_are_told_once_whatever_their_roles(cast):
    busy = factories.person(
        "tiga.peran", ("kabkota_officer", cast.kukar), ("pd_liaison", cast.kukar), ("tkksd", cast.kukar)
    )
    told = recipients([cast.kukar.pk], permissions=["agreements.propose", "agreements.review"])
    assert sorted(told.values_list("username", flat=True)) == ["petugas.kukar", "tiga.peran", "tkksd.kukar"]
    assert list(recipients([cast.kukar.pk], roles=["pd_liaison"])) == [busy]


def test_recipients_leave_out_closed_accounts(cast):
    factories.person("pindah", ("kabkota_officer", cast.kukar), is_active=False)
    assert "pindah" not in recipients([cast.kukar.pk], roles=["kabkota_officer"]).values_list(
        "username", flat=True
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('roles = ["tkksd", "biro_head"]', 'roles = ["tkksd", "camat"]', "peran “camat” tidak dikenal"),
        ('code = "agreements.sign"', 'code = "agreements.dprd"', "ditulis dua kali"),
        ('code = "agreements.sign"', 'code = "sign"', "app.tindakan"),
        ('label = "Menelaah usul"', 'labels = "Menelaah usul"', "kunci “labels” tidak dikenal"),
        ('\nreach = "own"', '\nreach = "world"', "reach harus salah satu"),
        ('role = "admin"', 'role = "raja"', "admin_site: peran “raja”"),
        ('acts = ["view", "add", "change"]', 'acts = ["view", "burn"]', "“burn” tidak dikenal"),
        ('code = "observer"', 'code = "tkksd"', "peran “tkksd” ditulis 2 kali"),
        ("[admin_site]", "[admin_site", "TOML tidak terbaca"),
    ],
)
def test_a_faulty_table_is_refused_with_its_fault(old, new, fault):
    text = SOURCE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(PermissionTableError, match=fault.replace("(", r"\(")):
        parse(text.replace(old, new, 1))
