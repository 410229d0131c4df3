"""The sentences around the Pasal: which of them people may word otherwise, and which words of them are data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from agreements.naskah.library import Frame
from agreements.naskah.placeholders import TOKEN
from agreements.naskah.plain import clean

TITLE = "judul"
DEFINITION, BASES_INTRO, AGREEMENT, CLOSING = "definisi", "pengantar-dasar", "kesepakatan", "penutup-"
# As parts of a text that is merged they begin so.
SENTENCE = "kalimat-"
LABELS = {
    TITLE: "Judul",
    SENTENCE + DEFINITION: "Sebutan para pihak",
    SENTENCE + BASES_INTRO: "Pengantar dasar hukum",
    SENTENCE + AGREEMENT: "Kalimat kesepakatan",
}
LONGEST_TITLE = 250
JOINING = frozenset(
    [
        "antara",
        "atau",
        "bagi",
        "dalam",
        "dan",
        "dari",
        "dengan",
        "di",
        "ke",
        "oleh",
        "pada",
        "sebagai",
        "serta",
        "tentang",
        "untuk",
        "yang",
    ]
)


def sentences_of(frame: Frame) -> dict[str, str]:
    """The sentences by their names, with their tokens."""
    told = {DEFINITION: frame.definition, BASES_INTRO: frame.bases_intro, AGREEMENT: frame.agreement}
    return told | {f"{CLOSING}{number}": text for number, text in enumerate(frame.closing, start=1)}


def with_sentences(frame: Frame, own: Mapping[str, str]) -> Frame:
    """The frame with the sentences of one text in place of the common ones; a name it does not have says nothing."""
    told = {name: own.get(name) or text for name, text in sentences_of(frame).items()}
    closing = tuple(told[f"{CLOSING}{number}"] for number in range(1, len(frame.closing) + 1))
    return replace(
        frame,
        definition=told[DEFINITION],
        bases_intro=told[BASES_INTRO],
        agreement=told[AGREEMENT],
        closing=closing,
    )


def label_of(key: str) -> str:
    """A sentence or the title as people call it; nothing for other parts."""
    return LABELS.get(key) or ("Penutup" if key.startswith(SENTENCE + CLOSING) else "")


def keeps_data(sentence: str, wording: str) -> bool:
    """Whether another wording leaves what data fills: the same tokens, none lost and none typed."""
    return bool(clean(wording)) and Counter(TOKEN.findall(sentence)) == Counter(TOKEN.findall(wording))


def title_from(printed: str, known: str) -> str:
    """A title that was printed in capitals, as it is written: words it had before as they were."""
    before = {word.upper(): word for word in known.split()}
    words = clean(printed).split()
    if clean(printed) != clean(printed).upper():
        return " ".join(words)
    told = [before.get(word) or _small(word, first=place == 0) for place, word in enumerate(words)]
    return " ".join(told)


def _small(word: str, *, first: bool) -> str:
    return word.lower() if word.lower() in JOINING and not first else word.capitalize()
