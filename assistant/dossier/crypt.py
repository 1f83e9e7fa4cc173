"""One sealed dossier: scrypt makes a key of the passphrase, AES-256-GCM seals with it. The same bytes lie in the
database and in an exported file.

Layout: `magic (15) | format (1) | log2 N (1) | salt (16) | nonce (12) | sealed text | SHA-256 of all before (32)`.
The head is authenticated too. The hash at the end tells a damaged file from a wrong passphrase.
Source of the cost: OWASP Password Storage Cheat Sheet (scrypt, N = 2^17, r = 8, p = 1).
"""

import hashlib
import hmac
import os
import unicodedata
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ingest.errors import DossierError

MAGIC = b"WEGWIJS-STAPPEN"
FORMAT = 1
COST = 17
"""log2 of scrypt's N: 128 MB and less than a second on two slow cores."""
COSTLIEST, CHEAPEST = 18, 10
"""A file from elsewhere may not ask for more memory than this."""
SALT, NONCE, HASH = 16, 12, 32
HEAD = len(MAGIC) + 2 + SALT + NONCE
SHORTEST = 8
"""Characters of a new passphrase."""


class Lock(NamedTuple):
    """An opened passphrase. Saving again needs no passphrase, only this."""

    key: bytes
    salt: bytes
    cost: int

    def __repr__(self) -> str:
        """Never the key."""
        return "Lock(...)"


def new_lock(passphrase: str, cost: int = COST) -> Lock:
    """A lock for a new dossier. Raises DossierError (`short`) for a passphrase under eight characters."""
    if len(_normal(passphrase)) < SHORTEST:
        raise DossierError("passphrase too short", reason="short", n=SHORTEST)
    salt = os.urandom(SALT)
    return Lock(_key(passphrase, salt, cost), salt, cost)


def seal(plain: bytes, lock: Lock) -> bytes:
    """`plain` sealed under `lock`, with a nonce of its own."""
    nonce = os.urandom(NONCE)
    head = MAGIC + bytes((FORMAT, lock.cost)) + lock.salt + nonce
    body = head + AESGCM(lock.key).encrypt(nonce, plain, head)
    return body + hashlib.sha256(body).digest()


def unseal(sealed: bytes, passphrase: str) -> tuple[bytes, Lock]:
    """The text and its lock. Raises DossierError: `foreign`, `newer`, `damaged` or `passphrase`."""
    cost, salt, nonce = _check(sealed)
    lock = Lock(_key(passphrase, salt, cost), salt, cost)
    try:
        return AESGCM(lock.key).decrypt(nonce, sealed[HEAD:-HASH], sealed[:HEAD]), lock
    except InvalidTag as error:
        raise DossierError("the passphrase does not fit", reason="passphrase") from error


def _check(sealed: bytes) -> tuple[int, bytes, bytes]:
    """Cost, salt and nonce of whole bytes of ours."""
    if not sealed.startswith(MAGIC):
        raise DossierError("not a dossier", reason="foreign")
    if len(sealed) < HEAD + HASH or not hmac.compare_digest(hashlib.sha256(sealed[:-HASH]).digest(), sealed[-HASH:]):
        raise DossierError("the checksum of the dossier does not fit", reason="damaged")
    start = len(MAGIC)
    if sealed[start] > FORMAT:
        raise DossierError(f"format {sealed[start]} is newer than {FORMAT}", reason="newer")
    cost = sealed[start + 1]
    if not CHEAPEST <= cost <= COSTLIEST:
        raise DossierError(f"scrypt cost 2^{cost} is outside our limits", reason="damaged")
    return cost, sealed[start + 2 : start + 2 + SALT], sealed[HEAD - NONCE : HEAD]


def _key(passphrase: str, salt: bytes, cost: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**cost, r=8, p=1).derive(_normal(passphrase).encode("utf-8"))


def _normal(passphrase: str) -> str:
    """The same letters typed on another keyboard are the same passphrase."""
    return unicodedata.normalize("NFKC", passphrase)
