"""Who may import whom, held with ast: the sentence in docs/architecture.md, as a test."""

from __future__ import annotations

import ast
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("claims", "index", "provenance", "store", "runner", "screens")
MODULES = sorted(
    [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    + [ROOT / name for name in ("app.py", "cli.py", "settings.py")]
)
NOUNS = {"claims.records", "claims.errors"}
MAY_IMPORT = {
    "settings": {"claims.errors"},
    "claims": {"claims", "settings"},
    "index": {"index", "settings", "claims.runtime", "claims.language", "claims.deeds", *NOUNS},
    "provenance": {"provenance", "index", "settings", *NOUNS},
    "store": {"store", *NOUNS},
    "runner": {"runner", "provenance", "index", "claims", "store", "settings"},
    "screens": {"screens", "runner", "provenance", "index", "claims", "store", "settings"},
    "app": {"screens", "runner", "settings"},
    "cli": {"screens", "runner", "provenance", "index", "claims", "store", "settings"},
}
ONLY_IMPORT_OF = {
    "sentence_transformers": {"index/embeddings.py"},
    "faiss": {"index/neighbours.py"},
    "spacy": {"claims/language.py"},
    "onnxruntime": {"claims/runtime.py"},
    "sqlite_utils": {"store/archive.py", "store/migrations.py"},
    "streamlit": {"app.py", "screens"},
}
HEAVY = {
    "torch",
    "spacy",
    "sentence_transformers",
    "faiss",
    "trafilatura",
    "streamlit",
    "pandas",
    "dateparser",
    "sklearn",
    "onnxruntime",
    "tokenizers",
}


def imports(path: Path, module_level: bool = False) -> set[str]:
    """The dotted names that a file imports (outside functions and TYPE_CHECKING only, if ``module_level``)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(tree.body) if module_level else list(_at_run_time(tree))
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names if node.module in ROOMS}
    return found


def _at_run_time(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return []
    return [node, *(inner for child in ast.iter_child_nodes(node) for inner in _at_run_time(child))]


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_from_the_rooms_before_it(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = {
        name
        for name in imports(path)
        if name.split(".")[0] in (*ROOMS, "app", "cli", "settings", "tests", "benchmarks")
    }
    allowed = MAY_IMPORT[room]
    strays = {name for name in ours if name not in allowed and not any(_within(name, a) for a in allowed)}
    strays -= {name for name in strays if name == "claims" and "claims.records" in allowed}
    assert not strays, f"{_dotted(path)} may not import {sorted(strays)}"


def _within(name: str, allowed: str) -> bool:
    return name.startswith(f"{allowed}.")


@pytest.mark.parametrize("library", ONLY_IMPORT_OF)
def test_a_library_has_one_place_that_imports_it(library: str) -> None:
    users = {
        str(path.relative_to(ROOT)) for path in MODULES if any(name.split(".")[0] == library for name in imports(path))
    }
    allowed = ONLY_IMPORT_OF[library]
    assert users, f"nothing imports {library}"
    assert all(user in allowed or user.split("/")[0] in allowed for user in users), users


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name != "screens" and p.name != "app.py"], ids=_dotted)
def test_heavy_libraries_are_imported_inside_functions(path: Path) -> None:
    heavy = {name.split(".")[0] for name in imports(path, module_level=True)} & HEAVY
    assert not heavy, f"{_dotted(path)} loads {sorted(heavy)} on import"


def test_modules_do_not_import_each_other_in_circles() -> None:
    graph = networkx.DiGraph()
    names = {_dotted(path) for path in MODULES}
    for path in MODULES:
        graph.add_edges_from((_dotted(path), name) for name in imports(path) & names if name not in ROOMS)
    assert list(networkx.simple_cycles(graph)) == []


def test_records_and_errors_are_standard_library_only() -> None:
    import sys

    for name in ("records", "errors"):
        roots = {found.split(".")[0] for found in imports(ROOT / "claims" / f"{name}.py")}
        assert roots <= sys.stdlib_module_names
