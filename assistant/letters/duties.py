"""What each clause of a letter wants: who must act, and whether that must or may be done.

A sentence is cut into clauses. A clause asks something when one of the kernels of `duties.yaml` stands in it (a
command, "u dient", "is te betalen", "hebben wij nodig") and neither an office nor somebody else is the one to act.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from assistant.letters.clean import CleanText, quoted
from assistant.letters.kernels import has, kernels_of, rules_of
from assistant.letters.lists import points_below
from assistant.letters.patterns import letter_language, pattern
from assistant.plain import Span

Force = Literal["must", "may"]
HEADING = 20
"""Characters: a greeting stands below at least a name."""
LONGEST_BEFORE = 240
"""Characters of the sentence before, shown where a clause points back to it."""
PAY, PAY_LATER = "lead.pay", "lead.plan"
COMMANDS = {"command", "open_command", "tu_command"}
PLAIN = 3
"""How many plain verbs are put before the words of the letter."""
POINT = re.compile(r"^\s*(?:[-–•*▪●>→✓☐☒☑□]|\[\s?[xX✓]?\s?\]|\(?\d{1,2}[.)°])\s+")
"""The mark of a point of a list."""


class Duty(NamedTuple):
    """A sentence, or a question with its answer, that wants something; `what` = its clauses in its own words."""

    span: Span
    what: str
    force: Force
    conditional: bool
    plain: tuple[str, ...]
    """Keys of sentences that say in plain words what the verbs of the office mean."""
    end: int
    """Where its list ends, or its own end."""
    points: str = ""
    """The points of its list, joined; they stand in `what` too."""
    states: bool = False
    """It says how things are, from which the reader sees what to do: a rule, a cost, what follows."""


def find_duties(letter: CleanText, language: str | None) -> list[Duty]:
    """All duties below the greeting, in the order of the letter."""
    tongue = "fr" if language == "fr" else "nl"
    greeting = pattern("layout", "salutation").search(letter.text, HEADING)
    spans = [span for span in letter.sentences if span.start >= (greeting.end() if greeting else 0)]
    units = list(with_answers(letter.text, spans))
    found: list[Duty] = []
    for index, unit in enumerate(units):
        if found and unit.start < found[-1].end:
            continue
        duty = _duty(letter, unit, tongue)
        if duty is None:
            continue
        before = units[index - 1] if index else None
        last = found[-1] if found else None
        if before and _belongs_to(duty, before, last, tongue):
            duty = _joined(duty, before, last)
            found = found[:-1] if last and last.span.start == duty.span.start else found
        found.append(duty)
    return found


def _belongs_to(duty: Duty, before: Span, last: Duty | None, tongue: str) -> bool:
    """Whether a duty speaks of what stands before it, in a sentence or in a label ("Kaart van mei = leeg!")."""
    rules = rules_of(tongue)
    if len(before.text) <= LONGEST_BEFORE and has(rules["points_back"], duty.what):
        return True
    if last and last.span.end == before.end:
        # What asks something itself is no label.
        return False
    return has(rules["label"], quoted(before)) and has(rules["speaks_of_label"], duty.what)


def with_answers(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """A question together with what to do then: "Gaf je de kaart al af? Bel ons dan even."."""
    index = 0
    while index < len(spans):
        span, following = spans[index], spans[index + 1] if index + 1 < len(spans) else None
        index += 1
        if following and span.text.endswith("?") and "\n" not in text[span.end : following.start]:
            yield Span(span.start, following.end, text[span.start : following.end])
            index += 1
        else:
            yield span


def force_of(clause: str, tongue: str) -> Force | None:
    """Whether the reader must or may do what one clause says; None when it asks nothing of the reader."""
    rules = rules_of(tongue)
    if has(rules["never"], clause) or has(rules["office_bound"], clause):
        return None
    kernels = set(kernels_of(clause, tongue))
    if _needs_nothing(clause, tongue):
        kernels &= set(letter_language("duties")["clear"])
        if not kernels & {"exception"} and not _asks_beside(clause, tongue):
            return None
    if has(rules["other"], clause):
        kernels &= {*letter_language("duties")["strong"], *_commands_behind(clause, tongue)}
    if kernels:
        return "must"
    return "may" if any(has(words, clause) for words in rules["may"].values()) else None


def _commands_behind(clause: str, tongue: str) -> set[str]:
    """The commands behind the colon of a clause: "Hij wordt enkel aan een ouder gegeven: kom hem halen"."""
    _, colon, behind = clause.rpartition(": ")
    if not colon or has(rules_of(tongue)["other"], behind):
        return set()
    return COMMANDS & set(kernels_of(behind, tongue))


def is_of_another(text: str, language: str | None) -> bool:
    """Whether a sentence asks nothing because somebody else acts in it, or because nothing is needed."""
    tongue = "fr" if language == "fr" else "nl"
    rules = rules_of(tongue)
    clauses = [part for part in re.split(rules["split"], text, flags=re.IGNORECASE) if part.strip()]
    if any(force_of(clause, tongue) for clause in clauses):
        return False
    blocked = (rules["other"], rules["never"], rules["office_bound"])
    return any(has(words, part) for words in blocked for part in clauses) or any(
        _needs_nothing(part, tongue) for part in clauses
    )


def _needs_nothing(clause: str, tongue: str) -> bool:
    return any(has(words, clause) for words in rules_of(tongue)["nothing"].values())


def in_plain(text: str) -> str | None:
    """Plain names for the hard names of people and things in a Dutch text; None when it holds none."""
    names = [str(row["say"]) for row in rules_of("nl")["things"] if has(row["words"], text)]
    return ", ".join(name for name in names if name not in text) or None


def _asks_beside(clause: str, tongue: str) -> bool:
    """Whether the rest of the clause, without the part that needs nothing, is a request."""
    parts = [part for part in re.split(r",\s+", clause) if not _needs_nothing(part, tongue)]
    clear = set(letter_language("duties")["clear"])
    return any(clear & set(kernels_of(part, tongue)) for part in parts)


def _duty(letter: CleanText, unit: Span, tongue: str) -> Duty | None:
    rules, text = rules_of(tongue), quoted(unit)
    clauses = [part for part in re.split(rules["split"], text, flags=re.IGNORECASE) if part.strip()]
    forces = [force_of(clause, tongue) for clause in clauses]
    asking = [index for index, force in enumerate(forces) if force]
    if not asking:
        return None
    first = asking[0] - 1 if asking[0] and clauses[asking[0] - 1].endswith("?") else asking[0]
    last = clauses[asking[-1]]
    what = POINT.sub("", text[text.index(clauses[first]) : text.rindex(last) + len(last)])
    silent = set(letter_language("duties")["no_advice"])
    kernels = {index: set(kernels_of(clauses[index], tongue)) for index in asking}
    told = [clauses[index] for index in asking if not kernels[index] or kernels[index] - silent]
    plain = _plain(" ; ".join(told), tongue)
    points = points_below("" if POINT.match(text) else letter.text[unit.end :])
    listed = "; ".join(points.what)
    if listed:
        what = f"{what.rstrip(' :.')}: {listed}"
    # Whose birthday it is, the reader knows: it is not repeated.
    what = re.sub(rules["birth"], "", what, flags=re.IGNORECASE)
    force: Force = "must" if "must" in forces else "may"
    asked = [kernels[index] for index in asking if not has(rules["follows"], clauses[index])]
    states = set().union(*asked) <= set(letter_language("duties")["stating"])
    return Duty(unit, what, force, has(rules["condition"], what), plain, unit.end + points.end, listed, states)


def _joined(duty: Duty, before: Span, last: Duty | None) -> Duty:
    """The duty with the sentence to which it points back, whose own duty it then takes in."""
    if last and last.span == before:
        force: Force = "must" if "must" in {last.force, duty.force} else "may"
        plain = tuple(dict.fromkeys([*last.plain, *duty.plain]))[:PLAIN]
        span = Span(last.span.start, duty.span.end, f"{last.span.text} {duty.span.text}")
        return Duty(span, f"{last.what} {duty.what}", force, last.conditional, plain, duty.end)
    return duty._replace(what=f"{quoted(before)} {duty.what}")


def _plain(asked: str, tongue: str) -> tuple[str, ...]:
    """Plain sentences for the verbs of what is asked, without the parts in which the office itself acts."""
    rules = rules_of(tongue)
    parts = re.split(r"(?<=[,?:.])\s+", asked)
    # What stands before the first request is its condition: "Is it paid already, then call us".
    first = next((index for index, part in enumerate(parts) if set(kernels_of(part, tongue))), 0)
    wanted = [part for part in parts[first:] if not has(rules["negated"], part)]
    mine = " ".join(part for part in wanted if not has(rules["office_part"], part) or set(kernels_of(part, tongue)))
    found = [str(row["say"]) for row in rules["plain"] if has(row["words"], mine)]
    # Who cannot pay at once must not be told to pay first.
    return tuple([name for name in found if not (name == PAY and PAY_LATER in found)][:PLAIN])
