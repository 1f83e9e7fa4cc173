"""An invented corpus of a few files, whole and plain, to break one rule at a time."""

from pathlib import Path

FILES = {
    "documents/fiets-lenen.md": """---
id: fiets-lenen
title: Een fiets lenen
domain: vervoer
stale_after: 2027-06-01
contacts: [buurthuis]
---

## Hoe leen ik een fiets?
```yaml
id: hoe
intent: stappen
questions:
- hoe leen ik een fiets
contacts: [buurthuis]
```
Vraag een fiets in het buurthuis. [buurthuis-fietsen]

Je betaalt {amount:fiets-dag}. [buurthuis-fietsen]

1. (jij) Neem je kaart mee. [raad]
""",
    "amounts.yaml": """amounts:
- id: fiets-dag
  what: een fiets voor één dag
  value: "2.50"
  unit: euro per dag
  valid_from: 2026-01-01
  source: buurthuis-fietsen
- id: fiets-dag
  what: een fiets voor één dag
  value: "3"
  unit: euro per dag
  valid_from: 2027-01-01
  source: buurthuis-fietsen
""",
    "organisations.yaml": """organisations:
- id: buurthuis
  name: Het buurthuis
  does: Het buurthuis leent fietsen uit.
  source: buurthuis-fietsen
""",
    "sources/buurt.yaml": """sources:
- id: buurthuis-fietsen
  url: https://buurthuis.example/fietsen
  title: Fietsen lenen
  publisher: Buurthuis
  page_date: 2026-05-01
""",
    "glossary.yaml": """glossary:
- term: waarborg
  plain: Geld dat je terugkrijgt.
""",
    "lay_terms.yaml": """lay_terms:
- {say: [velo], means: [fiets]}
""",
    "procedures/fiets-halen.yaml": """id: fiets-halen
title: Een fiets halen
domain: vervoer
minutes: 10
intro: Zo haal je een fiets.
stale_after: 2027-06-01
contacts: [buurthuis]
nodes:
- id: kaart
  ask: Heb je je kaart?
  why: Het buurthuis vraagt je kaart.
  options: {ja: halen, nee: zoeken}
- id: zoeken
  do: Zoek je kaart.
  sources: [buurthuis-fietsen]
- id: halen
  do: Haal de fiets.
done_when: Je hebt de fiets.
next: Breng de fiets terug.
""",
}
DOCUMENT, PROCEDURE = "documents/fiets-lenen.md", "procedures/fiets-halen.yaml"


def write(root: Path, *, broken: str = "", old: str = "", new: str = "") -> Path:
    """The corpus under `root`; in the file `broken` the text `old` is replaced by `new` (no `old`: all of it)."""
    for name, text in {broken: "", **FILES}.items() if broken else FILES.items():
        if name == broken:
            assert old in text
            text = text.replace(old, new, 1) if old else new
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


STRUCTURE = [
    ("front-matter", "fiets-lenen.md:1", DOCUMENT, "---\nid:", "id:"),
    ("yaml", "fiets-lenen.md:3", DOCUMENT, "title: Een fiets lenen", "title: 'Een fiets lenen"),
    ("yaml", "fiets-lenen.md:13", DOCUMENT, "questions:\n- hoe leen ik een fiets", "questions: [hoe: leen: ik"),
    ("yaml", "amounts.yaml:5", "amounts.yaml", "unit: euro per dag", "unit: euro: per dag"),
    ("no-list", "lay_terms.yaml:1", "lay_terms.yaml", "lay_terms:", "woorden:"),
    ("no-list", "buurt.yaml:1", "sources/buurt.yaml", "", "sources:\n"),
    ("lay-term", "lay_terms.yaml:2", "lay_terms.yaml", "means", "betekent"),
    ("section-yaml", "fiets-lenen.md:9", DOCUMENT, "```yaml", "```"),
    ("no-text", "fiets-lenen.md:9", DOCUMENT, FILES[DOCUMENT].partition("```\n")[2], ""),
    ("no-source", "fiets-lenen.md:17", DOCUMENT, "buurthuis. [buurthuis-fietsen]", "buurthuis."),
    ("source-unknown", "fiets-lenen.md:9", DOCUMENT, "buurthuis. [buurthuis-fietsen]", "buurthuis. [ergens]"),
    ("source-unknown", "amounts.yaml:8", "amounts.yaml", "2027-01-01\n  source: buurthuis-fietsen",
     "2027-01-01\n  source: ergens"),
    ("source-unknown", "organisations.yaml:2", "organisations.yaml", "source: buurthuis-fietsen", "source: ergens"),
    ("source-differs", "fiets-lenen.md:1", DOCUMENT, "domain: vervoer", "domain: vervoer\nsources:\n- "
     "{id: buurthuis-fietsen, url: 'https://anders.example', title: Anders, publisher: Anders}"),
    ("contact-unknown", "fiets-lenen.md:1", DOCUMENT, "contacts: [buurthuis]\n---", "contacts: [school]\n---"),
    ("contact-unknown", "fiets-lenen.md:9", DOCUMENT, "contacts: [buurthuis]\n```", "contacts: [school]\n```"),
    ("amount-unknown", "fiets-lenen.md:19", DOCUMENT, "{amount:fiets-dag}", "{amount:auto-dag}"),
    ("id-is-file-name", "fiets-lenen.md:1", DOCUMENT, "id: fiets-lenen", "id: fietsen"),
    ("id-twice", "amounts.yaml:8", "amounts.yaml", "valid_from: 2027-01-01", "valid_from: 2026-01-01"),
    ("id-twice", "organisations.yaml:6", "organisations.yaml", "  source: buurthuis-fietsen\n",
     "  source: buurthuis-fietsen\n- {id: buurthuis, name: Nog een, does: Niets., source: buurthuis-fietsen}\n"),
    ("id-twice", "fiets-lenen.md:1", DOCUMENT, FILES[DOCUMENT], FILES[DOCUMENT] + "\n"
     "## Nog eens\n```yaml\n{id: hoe, intent: wat, questions: []}\n```\nVraag het. [raad]\n"),
    ("field", "fiets-lenen.md:9", DOCUMENT, "id: hoe\nintent", "heading: dubbel\nid: hoe\nintent"),
    ("field-missing", "fiets-lenen.md:1", DOCUMENT, "stale_after: 2027-06-01\n", ""),
    ("field-missing", "amounts.yaml:8", "amounts.yaml", '  value: "3"\n', ""),
    ("field-unknown", "fiets-lenen.md:9", DOCUMENT, "intent: stappen", "intent: stappen\nsoort: gewoon"),
    ("field-choice", "fiets-lenen.md:9", DOCUMENT, "intent: stappen", "intent: rijden"),
    ("field-pattern", "buurt.yaml:2", "sources/buurt.yaml", "https://buurthuis", "buurthuis"),
    ("field-empty", "buurt.yaml:2", "sources/buurt.yaml", "title: Fietsen lenen", "title: ''"),
    ("field-text", "buurt.yaml:2", "sources/buurt.yaml", "title: Fietsen lenen", "title: 2026"),
    ("field-list", "fiets-lenen.md:9", DOCUMENT, "\n- hoe leen ik een fiets", " hoe leen ik een fiets"),
    ("field-date", "amounts.yaml:8", "amounts.yaml", "valid_from: 2027-01-01", "valid_from: nieuwjaar"),
    ("phrasings-document", "wandelen.yaml:1", "phrasings/wandelen.yaml", "", "hoe: [mag ik wandelen]"),
    ("phrasings-section", "fiets-lenen.yaml:1", "phrasings/fiets-lenen.yaml", "", "waar: [waar staan de fietsen]"),
    ("phrasings-shape", "fiets-lenen.yaml:1", "phrasings/fiets-lenen.yaml", "", "hoe: kan ik een velo krijgen"),
    ("yaml", "fiets-lenen.yaml:1", "phrasings/fiets-lenen.yaml", "", "hoe: [mag: ik: dat"),
    ("field-number", "amounts.yaml:2", "amounts.yaml", '"2.50"', "twee euro"),
]  # fmt: skip
"""The key of a problem, where it must be said to be, and how to provoke it: file, text, what stands there instead."""

PROCEDURES = [
    ("id-is-file-name", "fiets-halen.yaml:1", PROCEDURE, "id: fiets-halen", "id: fietsen"),
    ("id-twice", "fiets-halen.yaml:16", PROCEDURE, "id: halen", "id: zoeken"),
    ("ask-or-do", "fiets-halen.yaml:16", PROCEDURE, "do: Haal de fiets.", "channel: loket"),
    ("no-why", "fiets-halen.yaml:9", PROCEDURE, "  why: Het buurthuis vraagt je kaart.\n", ""),
    ("few-options", "fiets-halen.yaml:9", PROCEDURE, ", nee: zoeken", ""),
    ("next-unknown", "fiets-halen.yaml:9", PROCEDURE, "nee: zoeken", "nee: nergens"),
    ("deadline-after", "fiets-halen.yaml:16", PROCEDURE, "do: Haal de fiets.",
     "do: Haal de fiets.\n  deadline: {text: binnen 2 dagen, count: 2, after: kaart}"),
    ("goes-back", "fiets-halen.yaml:16", PROCEDURE, "do: Haal de fiets.", "do: Haal de fiets.\n  next: zoeken"),
    ("unreached", "fiets-halen.yaml:14", PROCEDURE, "nee: zoeken}", "nee: halen}\n  next: halen"),
    ("source-unknown", "fiets-halen.yaml:1", PROCEDURE, "sources: [buurthuis-fietsen]", "sources: [ergens]"),
    ("contact-unknown", "fiets-halen.yaml:1", PROCEDURE, "contacts: [buurthuis]", "contacts: [school]"),
    ("field-missing", "fiets-halen.yaml:1", PROCEDURE, "minutes: 10\n", ""),
    ("yaml", "fiets-halen.yaml:2", PROCEDURE, "title: Een fiets halen", "title: 'Een fiets halen"),
]  # fmt: skip

HARD = (
    "De tegemoetkoming wordt overeenkomstig de toepasselijke reglementering onverwijld teruggevorderd door de "
    "bevoegde uitbetalingsinstelling. [buurthuis-fietsen]"
)
ANSWER = "Vraag een fiets in het buurthuis. [buurthuis-fietsen]"
LONG = "Vraag een fiets in het buurthuis en neem je kaart en een foto en wat geld mee. [buurthuis-fietsen]"
LANGUAGE = [
    ("direct-answer-level", "fiets-lenen.md:9", DOCUMENT, ANSWER, HARD),
    ("direct-answer-long", "fiets-lenen.md:9", DOCUMENT, ANSWER, LONG),
    ("answers-long", "fiets-lenen.md:1", DOCUMENT, ANSWER, LONG),
    ("section-level", "fiets-lenen.md:9", DOCUMENT, "1. (jij) Neem je kaart mee. [raad]", f"{HARD} {HARD}"),
    ("hard-word", "fiets-lenen.md:9", DOCUMENT, ANSWER, HARD),
    ("officialese", "fiets-lenen.md:9", DOCUMENT, ANSWER, HARD),
    ("formal-you", "fiets-lenen.md:9", DOCUMENT, ANSWER, "Vraag uw fiets aan het buurthuis. [buurthuis-fietsen]"),
    ("advice-figure", "fiets-lenen.md:9", DOCUMENT, "Neem je kaart mee.", "Neem 2 kaarten mee."),
    ("tone", "fiets-lenen.md:9", DOCUMENT, "1. (jij) Neem je kaart mee.", "Dat is je eigen schuld."),
]  # fmt: skip
