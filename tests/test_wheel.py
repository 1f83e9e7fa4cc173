"""The wheel holds corpus, prompts and model, and runs where only the runtime requirements are installed."""

import json
import os
import subprocess
import sys
import venv
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.slow


def runtime_distributions() -> list[Distribution]:
    """All that the runtime requirements of wegwijs pull in; nothing of the extras."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in distribution("wegwijs").requires or []]
    waiting = [r for r in waiting if r.marker is None or r.marker.evaluate({"extra": ""})]
    seen: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        key = f"{canonicalize_name(wanted.name)}{sorted(wanted.extras)}"
        if key in seen:
            continue
        seen.add(key)
        dist = distribution(wanted.name)
        found[canonicalize_name(wanted.name)] = dist
        for text in dist.requires or []:
            needed = Requirement(text)
            extras = wanted.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(needed)
    return list(found.values())


def link_into(site: Path, dist: Distribution) -> None:
    """The files of a distribution as symbolic links: an installed package without a download."""
    for file in dist.files or []:
        source = Path(str(dist.locate_file(file)))
        if ".." in file.parts or not source.is_file():
            continue
        target = site / file
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            target.symlink_to(source)


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment with the wheel and the runtime requirements only."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    venv.create(folder / "venv", with_pip=False, symlinks=True)
    site = next((folder / "venv" / "lib").glob("python*")) / "site-packages"
    for dist in runtime_distributions():
        link_into(site, dist)
    wheel = next(folder.glob("*.whl"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", str(site), str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / "venv" / "bin" / "python"


def run(python: Path, home: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "WEGWIJS_HOME": str(home), "HOME": str(home), "HF_HUB_OFFLINE": "1"}
    environment |= settings
    return subprocess.run(
        [str(python), "-m", "ui.cli", *arguments],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_question_is_answered_outside_the_checkout(python: Path, tmp_path: Path) -> None:
    done = run(python, tmp_path, "ask", "hoe vraag ik een leefloon aan", "--json", "--today", "2026-11-25")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["kind"] == "answer"
    assert answer["citations"]


def test_evals_say_that_the_cases_are_not_in_the_wheel(python: Path, tmp_path: Path) -> None:
    done = run(python, tmp_path, "eval", "questions")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_prompts_are_in_the_wheel(python: Path, tmp_path: Path) -> None:
    code = "from assistant.llm.prompts import REWRITE, load_prompt; print(load_prompt(REWRITE).input_variables)"
    done = subprocess.run([str(python), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['passages', 'question']", done.stderr[-800:]


@pytest.mark.parametrize(("llm", "extra"), [("ollama:klein", "llm"), ("klein.gguf", "llama")])
def test_a_language_model_without_its_extra_is_said(llm: str, extra: str, python: Path, tmp_path: Path) -> None:
    (tmp_path / "klein.gguf").write_bytes(b"GGUF")
    measured = run(python, tmp_path, "doctor", "--json", WEGWIJS_LLM=llm)
    check = next(row for row in json.loads(measured.stdout)["checks"] if row["name"] == "Taalmodel")
    assert not check["ok"]
    assert f".[{extra}]" in check["mend"]
    question = ("ask", "hoe vraag ik een leefloon aan", "--json", "--today", "2026-11-25")
    done = run(python, tmp_path, *question, WEGWIJS_LLM=llm)
    answer = json.loads(done.stdout)
    assert (answer["kind"], answer["engine"]) == ("answer", "builtin")
    assert "taalmodel" in answer["uncertain"][-1]


def test_every_module_imports_without_the_dev_extras(python: Path, tmp_path: Path) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for room in ("ingest", "assistant", "ui")
        for path in sorted((ROOT / room).rglob("*.py"))
    ]
    code = f"import importlib\nfor name in {modules!r}:\n    importlib.import_module(name)\n"
    done = subprocess.run([str(python), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
