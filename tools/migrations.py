"""Judge the migrations: would they lock a table, lose a column or refuse the running version's rows?"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Written before the first office used the product: there are no rows they could refuse, no version beside them.
BEFORE_USE = [
    "0002_whole_life_of_a_case",
    "0005_drafting_table",
    "0006_sentences_of_a_text",
    "0007_signed_electronically",
    "0002_the_whole_life",
    "0002_the_whole_register",
    "0003_letter_with_plan",
]
APPS = [
    "core",
    "accounts",
    "deadlines",
    "office",
    "regions",
    "agreements",
    "meetings",
    "boundaries",
    "mapping",
]


def main() -> int:
    """Run the migration linter over our own apps; non-zero when one is dangerous."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
    import django

    django.setup()
    from django_migration_linter import MigrationLinter

    linter = MigrationLinter(
        str(ROOT),
        include_apps=APPS,
        ignore_name=BEFORE_USE,
        ignore_initial_migrations=True,  # they make tables that nobody uses yet
        no_cache=True,
        quiet=["ok", "ignore"],
        warnings_as_errors_tests=None,
    )
    linter.lint_all_migrations()
    linter.print_summary()
    return 1 if linter.has_errors else 0


if __name__ == "__main__":
    sys.exit(main())
