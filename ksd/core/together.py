"""A migration that makes many tables draws the picture of all models once, not once for each table."""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Operations of one kind none of which needs to see the state before the next one.

    After every operation Django draws anew each model that is tied to a changed one, and here nearly all are tied
    to each other: the tables of a new site took two minutes, nearly all of it for pictures nobody looked at.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        """Take new tables, options of models, indexes and constraints, or new columns of one table each."""
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a written migration names it."""
        return (self.__class__.__name__, [self.operations], {})

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change the state; the picture drawn before is let go, and the next one who looks draws it whole."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make everything, in order."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Undo everything, the last one first."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What a person who migrates reads."""
        return "; ".join(operation.describe() for operation in self.operations)
