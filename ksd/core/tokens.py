"""Secrets that stand in a link: the link carries the secret, the database only its print."""

import hashlib
import secrets

BYTES = 32
# A longer one was never given out.
LONGEST = 200


def new_token() -> str:
    """A secret nobody guesses, fit for an address."""
    return secrets.token_urlsafe(BYTES)


def print_of(token: str, *, purpose: str = "") -> str:
    """What is kept of a secret: enough to know it again, too little to use it; of no use for another purpose."""
    return hashlib.sha256(f"{purpose}{token[:LONGEST]}".encode(errors="replace")).hexdigest()
