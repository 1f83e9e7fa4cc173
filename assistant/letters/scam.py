"""Signs of a scam. A genuine letter is never called false: it gets at most a "kijk dit na"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.letters.clean import CleanText
from assistant.letters.keep import Numbers
from assistant.letters.patterns import letter_language
from assistant.models import SenderKind
from assistant.sentences import load_sentences


class Suspicion(NamedTuple):
    """`false` only on strong evidence of several kinds; `warnings` are ready Dutch sentences."""

    false: bool
    warnings: tuple[str, ...]
    score: float


def find_suspicion(letter: CleanText, sender: SenderKind, numbers: Numbers) -> Suspicion:
    """Weigh wording, addresses and accounts of a letter that says it comes from `sender`."""
    rules, score, hard, signs = letter_language("scam"), 0.0, False, []
    text = re.sub(rules["never"], " ", letter.text, flags=re.IGNORECASE)
    for row in rules["signs"]:
        if re.search(row["words"], text, re.IGNORECASE | re.MULTILINE):
            score, hard = score + row["weight"], hard or row["hard"]
            signs.append(row["sign"])
    if odd_domains(numbers.web, numbers.emails):
        score, hard = score + rules["fake_domain"]["weight"], True
        signs.append("domain")
    if sender in rules["home_senders"] and _foreign(numbers.accounts):
        score, hard = score + rules["foreign_account"]["weight"], True
        signs.append("account")
    if own_domain(numbers.web, numbers.emails) and "domain" not in signs:
        score -= rules["own_address"]
    false = hard and score >= rules["strong"] and len(signs) > 1
    say = load_sentences()
    shown = [sign for sign in signs if f"scam.{sign}" in say] if score >= rules["warn"] else []
    return Suspicion(false, tuple(say[f"scam.{sign}"] for sign in shown), score)


def odd_domains(web: Sequence[str], emails: Sequence[str]) -> tuple[str, ...]:
    """Addresses that bear the name of a known office but are not its own, or have an ending that offices never use."""
    rules, hosts = letter_language("scam"), _hosts(web, emails)
    return tuple(
        dict.fromkeys(
            host
            for host in hosts
            if not re.search(rules["official"], host)
            and (
                re.search(rules["odd_endings"], host)
                or (re.search(rules["brands"], host) and not host.endswith(rules["home_ending"]))
            )
        )
    )  # fmt: skip


def own_domain(web: Sequence[str], emails: Sequence[str]) -> bool:
    """Whether an address of a known office stands in the letter."""
    return any(re.search(letter_language("scam")["official"], host) for host in _hosts(web, emails))


def _hosts(web: Sequence[str], emails: Sequence[str]) -> list[str]:
    hosts = [re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).split("/")[0] for link in web]
    return hosts + [mail.rsplit("@", 1)[1].lower() for mail in emails]


def _foreign(accounts: Sequence[str]) -> bool:
    home = letter_language("scam")["foreign_account"]["home"]
    return any(not account.startswith(home) for account in accounts)
