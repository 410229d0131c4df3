"""Compile every template: an unknown tag, filter or unbalanced block is found before a person meets it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Compile all of templates/ and print what is wrong, template by template."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ksd.settings")
    import django
    from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines

    django.setup()
    folder, faults = ROOT / "templates", 0
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    for name in names:
        try:
            engines["django"].get_template(name)
        except (TemplateSyntaxError, TemplateDoesNotExist) as error:
            faults += 1
            print(f"templates/{name}: {type(error).__name__}: {error}")
    print(f"templat: {len(names)} diperiksa, {faults} salah")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
