"""The report of `wegwijs readability`."""

from assistant.plain import report

TEXT = "Gelieve het attest onverwijld terug te sturen."


def test_findings_point_into_the_text():
    found = report(TEXT)
    words = [TEXT[f.start : f.end] for f in found.findings if f.kind == "officialese"]
    assert words == ["Gelieve", "onverwijld"]
    assert found.rewritten is None
    assert all(finding.remedy for finding in found.findings)


def test_rewritten_on_request():
    assert report(TEXT, rewritten=True).rewritten == "Stuur het attest meteen terug."
