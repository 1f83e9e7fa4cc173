"""The other pages of Mijn stappen: keep, open, wipe, 'Wat ik deed', 'Onze diensten'."""

from collections.abc import Mapping, Sequence

from assistant.dossier import SERVICE_KINDS, SHORTEST, Dossier, Listing, Service, Services
from assistant.wipe import Holdings
from ui.render.dates import spoken_day
from ui.render.markup import button, esc, icon, listing
from ui.render.pieces import phone, stamp
from ui.render.steps_forms import box, choice, day_boxes, file_box, form, show_passphrase
from ui.text import Text

Typed = Mapping[str, str]


def keep(typed: Typed, text: Text) -> str:
    """What keeping means, said before anything is kept; then a nickname and a passphrase, twice."""
    boxes = (
        box("nickname", text["my.name"], hint=text["my.name_hint"], value=typed.get("nickname", ""))
        + box("passphrase", text["my.passphrase"], kind="password", hint=text.fill("my.passphrase_hint", n=SHORTEST))
        + box("again", text["my.passphrase_again"], kind="password")
        + show_passphrase(text["my.show"])
    )
    warning = f'<p class="notice">{icon("alert")}<span>{esc(text["my.keep_warning"])}</span></p>'
    made = form("keep-now", boxes, text["my.understood"], lead=True)
    return _page("my.keep_title", f'<p class="lead">{esc(text["my.keep_lead"])}</p>{warning}{made}', text)


def unlock(kept: Sequence[Listing], typed: Typed, text: Text) -> str:
    """Whose steps, and the passphrase; or a copy from a file."""
    secret = box("passphrase", text["my.passphrase"], kind="password") + show_passphrase(text["my.show"])
    options = [(row.nickname, row.nickname) for row in kept]
    opening = (
        form("open-now", choice("nickname", text["my.open_which"], options, typed.get("nickname", "")) + secret,
             text["my.open_now"], lead=True)
        if options
        else f"<p>{esc(text['my.none_kept'])}</p>"
    )  # fmt: skip
    copy = (
        f"<h2>{esc(text['my.take_in'])}</h2>"
        + form("take-in", file_box("file", text["my.file"], text) + secret, text["my.take_in_now"])
    )  # fmt: skip
    return _page("my.open", opening + copy, text)


def wipe(kept: bool, text: Text) -> str:
    """This dossier, after one more question; or on to wiping all."""
    this = button(text["my.wipe_yes"], look="help", picture="cross", action="wipe-now", value="this")
    every = button(text["my.wipe_all_title"], picture="cross", action="page", value="wipe-all")
    return _page(
        "my.wipe_title",
        f'<p class="lead">{esc(text["my.wipe_sure"])}</p>'
        f"<h2>{esc(text['my.wipe.this'])}</h2><p>{esc(text['my.wipe.this_kept' if kept else 'my.wipe.this_loose'])}</p>"
        f'<div class="row">{this}</div>'
        f"<h2>{esc(text['my.wipe.all'])}</h2><p>{esc(text['my.wipe.all_what'])}</p>"
        f'<div class="row">{every}</div>',
        text, back="my.cancel",
    )  # fmt: skip


def wipe_all(found: Holdings, text: Text) -> str:
    """All that would go, with counts, asked once more."""
    every = button(text["my.wipe_all_yes"], look="help", picture="cross", action="wipe-now", value="all")
    goes = listing(
        map(esc, (
            text.fill("my.wipe.dossiers", n=found.dossiers), text.fill("my.wipe.services", n=found.services),
            text.fill("my.wipe.documents", n=found.documents), text["my.wipe.index"], text["my.wipe.letters"],
        ))
    )  # fmt: skip
    return _page(
        "my.wipe_all_title",
        f'<p class="lead">{esc(text["my.wipe_all_sure"])}</p><p>{esc(text["my.wipe.all_lead"])}</p>{goes}'
        f'<p class="soft">{esc(text["my.wipe.stays"])}</p><div class="row">{every}</div>',
        text, back="my.cancel",
    )  # fmt: skip


def done(at_risk: bool, text: Text) -> str:
    """The end of a talk: what was not kept is said to go."""
    words = text["my.done_lose" if at_risk else "my.done_lead"]
    rows = button(text["my.done_yes"], look="main", picture="check", action="done")
    rows += button(text["my.keep"], picture="lock", action="page", value="keep") if at_risk else ""
    return _page("my.done_title", f'<p class="lead">{esc(words)}</p><div class="row">{rows}</div>', text)


def work(dossier: Dossier, typed: Typed, text: Text) -> str:
    """'Wat ik deed': the rows so far, a form for the next, and the sheet for VDAB."""
    keys = ("work_day", "company", "person", "answer")
    heads = "".join(f'<th scope="col">{esc(text[f"my.{key}"])}</th>' for key in keys)
    rows = "".join(
        f"<tr><td>{esc(spoken_day(row.day, text, year=True))}</td><td>{esc(row.company)}</td><td>{esc(row.person)}</td>"
        f"<td>{esc(row.answer)}</td><td>"
        f"{button(text['my.remove'], look='small', about=row.company, action='remove', value=row.id)}</td></tr>"
        for row in sorted(dossier.applications, key=lambda row: row.day)
    )
    table = (
        f'<div class="wide-table"><table><thead><tr>{heads}<td></td></tr></thead><tbody>{rows}</tbody></table></div>'
        if rows
        else f"<p>{esc(text['my.work_none'])}</p>"
    )
    boxes = day_boxes(text["my.work_day"], text, typed) + "".join(
        box(key, text[f"my.{key}"], value=typed.get(key, "")) for key in keys[1:]
    )
    lead = f'<p class="lead">{esc(text["my.work_lead"])}</p>'
    made = form("work-row", boxes, text["my.work_add"], lead=not rows)
    return _page("my.work", f"{lead}{table}{made}{_work_paper(bool(rows), text)}", text)


def _work_paper(written: bool, text: Text) -> str:
    """The sheet; while nothing is written it is said to be one to fill in by hand."""
    if written:
        return button(text["my.work_paper"], look="main", picture="printer", action="paper", value="work")
    empty = button(text["my.work_empty"], picture="printer", action="paper", value="work")
    return f'<p class="soft">{esc(text["my.work_empty_lead"])}</p>{empty}'


def services(known: Services, typed: Typed, text: Text) -> str:
    """'Onze diensten': what the team entered, a form for one more, and the file to share."""
    rows = listing((_service(n, row, text) for n, row in enumerate(known.services)), css="fill")
    options = [(kind, _kind(kind, text)) for kind in SERVICE_KINDS]
    boxes = (
        choice("kind", text["my.services_kind"], options, typed.get("kind", ""))
        + box("name", text["my.services_name"], value=typed.get("name", ""))
        + box("phone", text["my.services_phone"], kind="tel", value=typed.get("phone", ""))
        + box("hours", text["my.services_hours"], value=typed.get("hours", ""))
        + box("address", text["my.services_address"], value=typed.get("address", ""))
    )
    share = button(text["my.services_share"], picture="letter", action="paper", value="team") if rows else ""
    team = (
        f"<h2>{esc(text['my.services_take'])}</h2>"
        + form("team", file_box("file", text["my.file"], text), text["my.services_take_now"])
    )  # fmt: skip
    shown = rows or f"<p>{esc(text['my.services_none'])}</p>"
    lead = f'<p class="lead">{esc(text["my.services_lead"])}</p>'
    place = form("team-place", box("place", text["known.team_municipality"], value=known.gemeente), text["known.keep"])
    made = form("service", boxes, text["my.services_add"])
    return _page("my.services", f"{lead}{shown}{share}{made}{place}{team}", text)


def _service(number: int, row: Service, text: Text) -> str:
    call = phone(row.phone) if row.phone else ""
    hours = f'<span class="soft small">{esc(row.hours)}</span>' if row.hours else ""
    drop = button(text["my.remove"], look="small", about=row.name, action="drop-service", value=str(number))
    return (
        f"<span>{esc(_kind(row.kind, text))}: <b>{esc(row.name)}</b> {call} {hours} "
        f'<span class="chip">{esc(text["my.own_made"])}</span></span>{drop}'
    )


def _kind(kind: str, text: Text) -> str:
    return text["who.outreacher"] if kind == "outreacher" else text[f"my.kind.{kind}"]


def _page(title: str, body: str, text: Text, back: str = "my.back") -> str:
    return (
        f'<section class="card" data-stamp="{stamp()}"><h1 tabindex="-1">{esc(text[title])}</h1>{body}</section>'
        f'<div class="row next">{button(text[back], picture="back", action="page", value="plan")}</div>'
    )
