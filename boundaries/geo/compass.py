"""The eight winds in the words of the decrees."""

WINDS = ("utara", "timur laut", "timur", "tenggara", "selatan", "barat daya", "barat", "barat laut")
SECTOR_DEG = 360 / len(WINDS)


def wind_of(azimuth: float) -> str:
    """The wind whose sector holds an azimuth in degrees; a bound belongs to the wind clockwise of it."""
    return WINDS[int((azimuth + SECTOR_DEG / 2) // SECTOR_DEG) % len(WINDS)]


def sectors_apart(word: str, azimuth: float) -> int | None:
    """How many sectors a written wind lies from an azimuth, 0 to 4; None for a word that is no wind."""
    plain = " ".join(word.lower().split())
    if plain not in WINDS:
        return None
    apart = abs(WINDS.index(plain) - WINDS.index(wind_of(azimuth)))
    return min(apart, len(WINDS) - apart)
