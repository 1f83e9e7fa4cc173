"""The parts of an explained letter that can be opened."""

from decimal import Decimal

from assistant.models import Letter
from ui.render.dates import spoken_day
from ui.render.markup import esc, listing
from ui.render.pieces import phone
from ui.render.proof import Proofs, found_in
from ui.text import Text


def euro(value: Decimal) -> str:
    """`€ 1.234,50` as it is written in Belgium, with a space that does not break."""
    whole = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"€\u00a0{whole}"


def amounts(found: Letter, text: Text) -> str:
    """Every sum with its meaning and the words it comes from."""
    rows = (
        f"<b>{esc(euro(row.value) if row.currency == 'EUR' else f'{row.value} {row.currency}')}</b> {esc(row.meaning)}"
        f"<blockquote>{esc(row.quote)}</blockquote>"
        for row in found.amounts
    )
    return listing(rows, css="sources")


def numbers(found: Letter, text: Text) -> str:
    """References, phones, accounts and addresses of the letter, to copy."""
    rows = [(row.label, esc(row.value)) for row in found.references]
    rows += [(text["letter.phones"], phone(number)) for number in found.phones]
    rows += [(text["letter.accounts"], esc(number)) for number in found.accounts]
    rows += [(text["letter.emails"], esc(address)) for address in found.emails]
    body = "".join(f"<dt>{esc(label)}</dt><dd>{value}</dd>" for label, value in rows)
    return f'<dl class="words">{body}</dl>' if body else ""


def appeal(found: Letter, text: Text) -> str:
    """How to object, if the letter says so."""
    if found.appeal is None:
        return ""
    term, where, by = found.appeal.term, found.appeal.where, found.appeal.by
    rows = [
        text.fill("letter.appeal_term", term=term) if term else "",
        text.fill("letter.appeal_where", where=where) if where else "",
        text.fill("letter.appeal_by", date=spoken_day(by, text, year=True)) if by else "",
    ]
    return "".join(f"<p>{esc(row)}</p>" for row in rows if row)


def where(found: Letter, proofs: Proofs, text: Text) -> str:
    """The sentences of the letter that carry the actions; focus or pointer lights them in the original."""
    quotes = dict.fromkeys([row.quote for row in found.actions] + [term.quote for term in found.deadlines])
    rows = []
    for quote in quotes:
        mark = f' tabindex="0" data-proof="{proofs.id_of(quote)}"' if found_in(found.original, quote) else ""
        rows.append(f"<blockquote{mark}>{esc(quote)}</blockquote>")
    return "".join(rows)


def warnings(found: Letter, text: Text) -> str:
    """What was not read or found for sure."""
    assumed = [term.assumption for term in found.deadlines if term.assumption]
    return listing(map(esc, dict.fromkeys([*found.warnings, *assumed])))
