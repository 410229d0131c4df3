"""Operations made together end where they end one by one, drawing the models once, and are undone in reverse."""

from typing import Any

from django.db import models
from django.db.migrations.operations import AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from ksd.core.together import Together


def table(name: str, *more: tuple[str, Any]) -> CreateModel:
    return CreateModel(name, [("id", models.BigAutoField(primary_key=True)), *more])


TABLES = (
    table("Satu"),
    table("Dua", ("satu", models.ForeignKey("contoh.satu", on_delete=models.CASCADE))),
    AddIndex("dua", models.Index(fields=["satu"], name="contoh_dua_satu")),
)


class Noted(Operation):
    """An operation that only notes when it was done."""

    def __init__(self, name: str, notes: list[str]) -> None:
        self.name, self.notes = name, notes

    def database_forwards(self, *_args: Any) -> None:
        self.notes.append(self.name)

    def database_backwards(self, *_args: Any) -> None:
        self.notes.append(f"tanpa {self.name}")

    def describe(self) -> str:
        return self.name


def test_the_state_is_the_same_as_one_by_one():
    alone, together = ProjectState(), ProjectState()
    for operation in TABLES:
        operation.state_forwards("contoh", alone)
    assert together.apps is not None  # drawn before, as within a migration
    Together(TABLES).state_forwards("contoh", together)
    assert "apps" not in together.__dict__
    assert together.models == alone.models
    told = together.apps.get_model("contoh", "dua")._meta
    assert [index.name for index in told.indexes] == ["contoh_dua_satu"]
    assert told.get_field("satu").related_model is together.apps.get_model("contoh", "satu")


def test_what_is_done_in_order_is_undone_in_reverse():
    notes: list[str] = []
    both: Any = Together([Noted("satu", notes), Noted("dua", notes)])
    both.database_forwards("contoh", None, None, None)
    both.database_backwards("contoh", None, None, None)
    assert notes == ["satu", "dua", "tanpa dua", "tanpa satu"]
    assert both.describe() == "satu; dua"
