"""Signs of a scam. A genuine letter is never called false: it gets at most a "kijk dit na"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.letters.alike import likelihood
from assistant.letters.clean import CleanText
from assistant.letters.keep import Numbers
from assistant.letters.patterns import compiled, letter_language
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
    text, web = _unsafe_part(letter.text), (*numbers.web, *_bare(letter.text))
    for row in rules["signs"]:
        if compiled(row["words"]).search(text):
            score, hard = score + row["weight"], hard or row["hard"]
            signs.append(row["sign"])
    if baited_domain(web):
        score, hard = score + rules["bait"]["weight"], True
        signs.append("bait")
    if odd_domains(web, numbers.emails) or _borrowed_name(letter.text):
        score, hard = score + rules["fake_domain"]["weight"], True
        signs.append("domain")
    if _foreign(numbers.accounts) or re.search(rules["foreign_shape"], letter.text):
        home = sender in rules["home_senders"]
        score, hard = score + rules["foreign_account"]["weight" if home else "weight_others"], hard or home
        signs.append("account")
    if numbers.web and not own_domain(numbers.web, ()) and not re.search(rules["no_address"]["address"], letter.text):
        score += rules["no_address"]["weight"]
        signs.append("no-address")
    likely = likelihood(letter.text, rules["learned"]["kind"])
    if likely >= rules["learned"]["from"]:
        score += rules["learned"]["weight"] * likely
        signs.append("learned")
    if own_domain(numbers.web, numbers.emails) and "domain" not in signs:
        score -= rules["own_address"]
    false = hard and score >= rules["strong"] and len(set(signs)) > 1
    say = load_sentences()
    shown = [sign for sign in dict.fromkeys(signs) if f"scam.{sign}" in say] if score >= rules["warn"] else []
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


def baited_domain(web: Sequence[str]) -> bool:
    """Whether a link leads to a rented name with a word in it that scams use, such as "betaal" or "terugbetaling"."""
    rules = letter_language("scam")
    rented = [".".join(host.split(".")[-2:]) for host in _hosts(web, ()) if not re.search(rules["official"], host)]
    return any(re.search(rules["bait"]["words"], name) for name in rented)


def own_domain(web: Sequence[str], emails: Sequence[str]) -> bool:
    """Whether an address of a known office stands in the letter."""
    return any(re.search(letter_language("scam")["official"], host) for host in _hosts(web, emails))


def _unsafe_part(text: str) -> str:
    """The text without what an office says it never asks, and without links to known offices."""
    rules = letter_language("scam")
    text = re.sub(rules["never"], " ", text, flags=re.IGNORECASE)
    return re.sub(
        r"(?:https?://|www\.)[^\s,;)>]+",
        lambda link: "" if own_domain([link[0].rstrip(".")], ()) else link[0], text, flags=re.IGNORECASE,
    )  # fmt: skip


def _borrowed_name(text: str) -> bool:
    """Whether a mail bears the name of a known office but was sent from elsewhere."""
    rules = letter_language("scam")
    match = re.search(rules["mail_from"], text, re.IGNORECASE | re.MULTILINE)
    if match is None or re.search(rules["official"], match["host"].lower()):
        return False
    return re.search(rules["brands"], match["name"].lower()) is not None


def _bare(text: str) -> tuple[str, ...]:
    """Addresses of websites that stand in the text without "www" or "https"."""
    return tuple(match[0] for match in re.finditer(letter_language("scam")["bare"], text, re.IGNORECASE))


def _hosts(web: Sequence[str], emails: Sequence[str]) -> list[str]:
    hosts = [re.sub(r"^(?:https?://)?(?:www\.)?", "", link.lower()).split("/")[0] for link in web]
    return hosts + [mail.rsplit("@", 1)[1].lower() for mail in emails]


def _foreign(accounts: Sequence[str]) -> bool:
    home = letter_language("scam")["foreign_account"]["home"]
    return any(not account.startswith(home) for account in accounts)
