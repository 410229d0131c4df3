"""What offices call the urusan from day to day: read once, to recognise what is typed by hand."""

import tomllib
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("urusan-words.toml")


@cache
def words_by_code() -> dict[str, tuple[str, ...]]:
    """The everyday names of every urusan, by its code. Raises ValueError for a name given to two of them."""
    rows: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["words"]
    seen: dict[str, str] = {}
    for code, words in rows.items():
        for word in words:
            if seen.setdefault(word.casefold(), code) != code:
                raise ValueError(f"urusan-words.toml: “{word}” stands for two urusan")
    return {code: tuple(words) for code, words in rows.items()}
