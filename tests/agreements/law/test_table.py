"""The printed table of rules is the packs' own words, up to date."""

from pathlib import Path

from agreements.law.table import page


def test_the_printed_table_is_up_to_date():
    printed = (Path(__file__).parents[3] / "docs/hukum.md").read_text(encoding="utf-8")
    assert printed == page(), "python -m agreements.law.table > docs/hukum.md"


def test_rules_stand_in_the_order_of_the_regulation():
    text = page()
    places = [
        "Pasal 7 ayat (2)",
        "Pasal 8 ayat (3)",
        "Pasal 9 ayat (3)",
        "Pasal 12 ayat (4)",
        "Pasal 17 ayat (5)",
    ]
    found = [text.index(f"| {place} Permendagri 22/2020 |") for place in places]
    assert found == sorted(found)


def test_practice_and_settings_stand_apart_from_the_law():
    law, practice = page().split("### Kebiasaan kantor (bukan hukum)")[:2]
    assert "Nyatakan bukan kerja sama daerah" in practice
    assert "Jenis hari untuk tenggat" in practice
    assert "Jenis hari untuk tenggat" not in law
