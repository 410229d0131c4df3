"""Addresses beside a clause of the library."""

from typing import Any

from agreements.models import Clause, ClauseFallback
from tests.house.addresses.world import NEVER, Rule, World, scope_clause

FORM = "403 biro 200 admin 200 stranger_admin 200"
SENT = "403 biro 422 admin 422 stranger_admin 422"


def fallback(world: World) -> dict[str, Any]:
    """A fallback wording of that clause."""
    clause = Clause.objects.get(naskah_kind="kb", family="", code="ruang_lingkup")
    row, _new = ClauseFallback.objects.get_or_create(
        clause=clause,
        order=1,
        defaults={"title": "Cadangan", "when": "Bila perlu", "ayat": [], "owner_name": "Uji"},
    )
    return scope_clause(world) | {"pk": row.pk}


RULES: dict[str, Rule] = {
    "agreements:clause_conditions": Rule(scope_clause, FORM, SENT),
    "agreements:clause_preview": Rule(scope_clause, NEVER, "403 biro 200 admin 200 stranger_admin 200"),
    "agreements:fallback_add": Rule(scope_clause, FORM, SENT),
    "agreements:fallback_end": Rule(fallback, FORM, SENT),
    "agreements:fallback_raise": Rule(fallback, NEVER, "403 biro 302 admin 302 stranger_admin 302"),
}
