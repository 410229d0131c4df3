"""Whether a law pack makes sense."""

from agreements.law.schema import LawPack


def faults_of(pack: LawPack) -> list[str]:
    """Every fault of sense in the pack."""
    return []
