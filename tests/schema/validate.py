"""Holds every rule file, and a table of broken ones, against the schemas by jsonschema.

    validate.py ROOT KOUAN

ROOT: the repository; KOUAN: the program, which must agree on what is broken, and whose printed
schemas must be whole. YAML is read as editors read it (1.2, core schema): `yes` and days are text.
Ends with 77, saying why, where jsonschema or PyYAML is missing.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

try:
    import yaml

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jsonschema
        from jsonschema import Draft7Validator
except ImportError as missing:
    print(f"skipped: {missing} (Debian: python3-jsonschema python3-yaml)")
    sys.exit(77)

ROOT = pathlib.Path(sys.argv[1]).resolve()
KOUAN = sys.argv[2]
SCHEMAS = ROOT / "rules" / "schema"
HEAD = re.compile(r"^# yaml-language-server: \$schema=(\S+)$")

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


class Core(yaml.SafeLoader):
    """YAML 1.2: only true, false, null and numbers are no text."""


Core.yaml_implicit_resolvers = {}
for tag, form, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), list(first))


def bundled(path):
    """A schema with what it takes from beside it: editors follow these references by file."""
    text = path.read_text(encoding="utf-8")
    schema = json.loads(text)
    for name in set(re.findall(r'"([a-z.]+\.json)#', text)):
        shared = json.loads((path.parent / name).read_text(encoding="utf-8"))
        schema.setdefault("definitions", {}).update(shared["definitions"])
        schema = json.loads(json.dumps(schema).replace(f'"{name}#', '"#'))
    return schema


def schema_of(file):
    """The schema that the first line names; a broken path is a failure."""
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    named = HEAD.match(first)
    check(named, f"{file}: the first line names no schema")
    if not named:
        return None
    path = (file.parent / named.group(1)).resolve()
    check(path.is_file() and path.parent == SCHEMAS, f"{file}: its schema is not at {path}")
    return bundled(path) if path.is_file() else None


def errors_of(schema, text):
    return list(Draft7Validator(schema).iter_errors(yaml.load(text, Loader=Core)))


def shipped_files():
    yield from sorted((ROOT / "rules").rglob("*.yaml"))
    yield from sorted((ROOT / "samples" / "custom-rules" / "rules").rglob("*.yaml"))


def check_shipped():
    for file in shipped_files():
        schema = schema_of(file)
        if schema is None:
            continue
        for error in errors_of(schema, file.read_text(encoding="utf-8")):
            failures.append(f"{file}: {list(error.absolute_path)}: {error.message[:200]}")
    for file in sorted((ROOT / "samples").glob("*/kouan.yaml")):
        text = file.read_text(encoding="utf-8")
        check(not errors_of(bundled(SCHEMAS / "profile.schema.json"), text), f"{file}: no profile")


def described(schema, root, place):
    """Every property says what it is, in English and Chinese: itself, or what it refers to."""
    if isinstance(schema, list):
        for i, item in enumerate(schema):
            described(item, root, f"{place}/{i}")
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties", {})
    for name, one in properties.items() if isinstance(properties, dict) else []:
        text = one.get("description", "")
        if "$ref" in one:
            target = root
            for step in one["$ref"].lstrip("#/").split("/"):
                target = target[step]
            text = text or target.get("description", "")
        english, _, chinese = text.partition(" / ")
        good = english.strip() and re.search("[\u4e00-\u9fff]", chinese)
        check(good, f"{place}/{name}: no description in both languages: '{text}'")
    for name, one in schema.items():
        described(one, root, f"{place}/{name}")


def check_schemas():
    for path in sorted(SCHEMAS.glob("*.schema.json")):
        name = path.name.removesuffix(".schema.json")
        printed = json.loads(
            subprocess.run([KOUAN, "lists", "schema", name], check=True, capture_output=True).stdout
        )
        for schema in (printed, bundled(path)):
            Draft7Validator.check_schema(schema)
            check(schema["$schema"].startswith("http://json-schema.org/draft-07/"), f"{path}: draft")
            described(schema, schema, path.name)
        check(".json#" not in json.dumps(printed), f"{name}: printed with a reference to a file")


LIST = """id: example/2099
zone: example
edition: "2099"
title: {zh: "例", en: "made up"}
source: "made up"
in_force: {from: 2099-01-01, to: 2099-12-31}
declared_totals: {sectors: 1}
territory: [example]
sectors: [{id: retail, name: {zh: "例", en: "made up"}}]
scenarios:
  - {id: retail.sale, name: {zh: "例", en: "made up"}, sector: retail, complete: no, fidelity: partial}
entries:
  - id: EXAMPLE-01
    clause: {zh: "第一条", en: "art. 1"}
    fidelity: partial
    source: "made up"
    scenarios: [retail.sale]
    kind: personal
    fields: [mobile_phone, {path: "level$"}]
    when: {persons: {metric: exported, population: any, at_least: 100, bound: inclusive}}
    mechanism: contract_or_certification
"""

# note, what of LIST, what instead, the key under which the error stands
BROKEN = [
    ("an unknown key", "zone: example", "zone: example\nregoin: x", None),
    ("no id", "id: example/2099\n", "", None),
    ("an id without an edition", "id: example/2099", "id: example", "id"),
    ("a list as a text", "sectors: [{", "sectors: 1\nnotes: [{", None),
    ("a day that is no day", "from: 2099-01-01", "from: 1 January", "in_force"),
    ("no first day", "in_force: {from: 2099-01-01, to: 2099-12-31}", "in_force: {}", "in_force"),
    ("a total below nothing", "sectors: 1}", "sectors: -1}", "declared_totals"),
    ("a sector without a name", 'retail, name: {zh: "例", en: "made up"}', "retail", "sectors"),
    ("a word that is none", "fidelity: partial\n", "fidelity: parttial\n", "entries"),
    ("a mechanism that is none", "contract_or_certification", "contract", "entries"),
    ("a kind that is none", "kind: personal", "kind: personnel", "entries"),
    ("no kind", "    kind: personal\n", "", "entries"),
    ("an id with a blank", "id: EXAMPLE-01", "id: EXAMPLE 01", "entries"),
    ("a metric that is none", "metric: exported", "metric: imported", "entries"),
    ("a figure in words", "at_least: 100,", "at_least: a hundred,", "entries"),
    ("a figure with a fraction", "at_least: 100,", "at_least: 1.5,", "entries"),
    ("a bound that is none", "bound: inclusive", "bound: 以上", "entries"),
    ("a condition of nothing", "when: {persons", "when: {person", "entries"),
    ("a field with an unknown key", '{path: "level$"}', '{pahts: "level$"}', "entries"),
    ("a requirement that is none", "zone: example", 'zone: example\nrequires: ["kouan"]', "requires"),
    ("complete: perhaps", "complete: no", "complete: perhaps", "scenarios"),
]


def check_broken():
    schema = bundled(SCHEMAS / "list.schema.json")
    check(not errors_of(schema, LIST), "the sound list is refused")
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "made.yaml"

        def read_by_program(text):
            file.write_text(text, encoding="utf-8")
            return subprocess.run([KOUAN, "lists", "lint", file], capture_output=True).returncode != 2

        check(read_by_program(LIST), "the program refuses the sound list")
        for note, what, instead, key in BROKEN:
            check(what in LIST, f"{note}: '{what}' is not in the list")
            text = LIST.replace(what, instead, 1)
            errors = errors_of(schema, text)
            check(errors, f"{note}: the validator takes it")
            places = [list(error.absolute_path)[:1] for error in errors]
            check(key is None or [key] in places, f"{note}: the error stands at {places}")
            check(not read_by_program(text), f"{note}: the program takes it")


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    check_schemas()
    check_shipped()
    check_broken()
for one in failures:
    print(one)
print(f"{len(list(shipped_files()))} rule files, {len(BROKEN)} broken ones, {len(failures)} failures")
sys.exit(1 if failures else 0)
