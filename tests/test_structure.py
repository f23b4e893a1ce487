"""The house rules, read from the code: imports run one way, help is light, and every command is documented."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claims.cli import cli
from claims.cli.loader import COMMANDS
from docs.make_reference import OUTPUT, reference

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "claims"

GROUND = {"records", "errors", "text"}
SHARED = GROUND | {"language", "agencies"}
# room: the rooms it may import, besides itself
MAY_IMPORT: dict[str, set[str]] = {
    "text": set(),
    "errors": set(),
    "config": {"errors"},
    "records": {"text", "errors"},
    "agencies": {"text", "errors"},
    "language": GROUND | {"agencies"},  # the idf table leaves agency names out
    "wire": SHARED,
    "attribution": SHARED,
    "events": SHARED,
    "disputes": SHARED,
    "reports": SHARED | {"__init__"},
    "store": SHARED | {"config", "__init__"},  # which file an URL means, and where the package lies
    "desk": SHARED | {"wire", "attribution", "events", "disputes", "store", "config", "__init__"},
    "cli": GROUND | {"desk", "reports", "config", "__init__"},
    "__init__": {"errors", "desk"},
    "__main__": {"cli"},
}
# What only one room may know.
OWNERS = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "click": {"cli"},
    "rich": {"cli"},
    "lxml": {"wire"},
}


def modules() -> Iterator[Path]:
    return (path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


def room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that `path` imports, also inside functions and for types only, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written out in full"
            module = node.module or ""
            deeper = [f"{module}.{alias.name}" for alias in node.names] if module == "claims" else [module]
            yield from ((name, node.lineno) for name in deeper)


def target(module: str) -> str:
    """The room of one of our modules; names of the package itself (`claims.__version__`) are its `__init__`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else "__init__"


def test_imports_run_one_way() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in modules()
        for module, line in imported(path)
        if module.split(".")[0] == "claims"
        and target(module) != room(path)
        and target(module) not in MAY_IMPORT[room(path)]
    ]
    assert wrong == []


def test_each_foreign_library_is_known_to_one_room() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in modules()
        for module, line in imported(path)
        if room(path) not in OWNERS.get(module.split(".")[0], {room(path)})
    ]
    assert wrong == []


def test_a_migration_imports_nothing_of_ours() -> None:
    for path in (ROOT / "migrations" / "versions").glob("*.py"):
        assert not [name for name, _ in imported(path) if name.split(".")[0] == "claims"], path


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\n"
        "from claims.cli import main\n"
        f"sys.argv = ['claims', *{list(arguments)!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        "print('\\nLOADED', *sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.rpartition("LOADED")[2].split())


HEAVY = {"sqlalchemy", "alembic", "numpy", "lxml", "psycopg"}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("completion", "zsh")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert not HEAVY & loaded_by(*arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command_loads_no_database(name: str) -> None:
    assert not {"sqlalchemy", "alembic"} & loaded_by(name, "--help")


def test_extract_and_compare_load_no_database() -> None:
    assert not {"sqlalchemy", "alembic"} & loaded_by("extract", "--jsonl", "data/monday/castell-maren.txt")
    assert not {"sqlalchemy", "alembic"} & loaded_by("compare", "Police said 3 died", "Police said 5 died", "--jsonl")


def commands(group: click.Group = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = dict(commands())


@pytest.mark.parametrize("name", ALL)
def test_every_command_has_help_and_an_example(name: str) -> None:
    command = ALL[name]
    assert command.help
    assert "Example:" in command.help
    assert f"claims {name.split()[0]}" in command.help.replace("--tz UTC ", "") or "claims --db" in command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]}"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_command_says(name: str) -> None:
    assert ALL[name].get_short_help_str(limit=200).removesuffix(".") + "." == COMMANDS[name][1]


def test_the_command_reference_is_what_the_generator_makes() -> None:
    assert OUTPUT.read_text(encoding="utf-8") == reference(), "run: python -m docs.make_reference"


@pytest.mark.parametrize("name", [name for name in ALL if not isinstance(ALL[name], click.Group)])
def test_every_command_is_in_the_documentation(name: str) -> None:
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert f"## claims {name}\n" in text


def test_no_module_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in modules()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert long == {}


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if not re.search(rf"\bclaims {name}\b|`{name}`", readme)]
    assert missing == []
