"""A browser that is told to send no referrer posts with the origin "null", which the protection of forms refuses."""

from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent.parent
# In two words, or this file would name itself.
TOO_STRICT = "no-" + "referrer"


def test_no_page_of_ours_hides_its_origin_from_itself() -> None:
    rooms = ("ksd", "regions", "agreements", "meetings", "boundaries", "templates")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in (".py", ".html")]
    told = [str(path) for path in files if f'"{TOO_STRICT}"' in path.read_text(encoding="utf-8")]
    assert told == []
    assert settings.SECURE_REFERRER_POLICY != TOO_STRICT
