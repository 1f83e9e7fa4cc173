"""Advice sentence by sentence."""

from assistant.plain import advise

TEXT = "Bel ons.\n\nGelieve het attest onverwijld terug te sturen. Uw dossier wordt bekeken."


def test_each_sentence_with_its_own_findings():
    easy, stiff, passive = advise(TEXT)
    assert (easy.findings, easy.plainer, easy.level, easy.line) == ((), None, "A2", 1)
    assert [TEXT[f.start : f.end] for f in stiff.findings] == ["Gelieve", "onverwijld"]
    assert (stiff.plainer, stiff.line) == ("Stuur het attest meteen terug.", 3)
    assert {f.kind for f in passive.findings} == {"passive", "formal-you"}
    assert all(row.span.text == TEXT[row.span.start : row.span.end] for row in (easy, stiff, passive))


def test_every_finding_is_said_once():
    from assistant.plain import findings

    assert [f for row in advise(TEXT) for f in row.findings] == list(findings(TEXT))


def test_nothing_to_say():
    assert advise("") == ()
