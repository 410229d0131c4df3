"""What goes wrong with a law pack, told all at once."""

from collections.abc import Iterable


class PackError(Exception):
    """A law pack cannot be used; `faults` names every place to mend."""

    def __init__(self, pack: str, faults: Iterable[str]) -> None:
        """Keep the faults for a list on screen and print them one per line."""
        self.pack = pack
        self.faults = tuple(faults)
        super().__init__(f"Paket hukum {pack}:\n- " + "\n- ".join(self.faults))
