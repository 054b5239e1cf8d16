"""What a query file is refused for; each refusal names the line."""

from pathlib import Path

import pytest

from app.queries import catalogue
from app.queries.catalogue import Query
from app.queries.errors import BadCatalogue, QueryFileError, UnknownQuery

GOOD = (Path(__file__).parent / "good.cypher.txt").read_text(encoding="utf-8")


def read(folder: Path, text: str, name: str = "documents_of_region") -> Query:
    file = folder / f"{name}.cypher"
    file.write_text(text, encoding="utf-8")
    return catalogue.read(file, ["documents"])


def refusal(folder: Path, text: str, name: str = "documents_of_region") -> str:
    with pytest.raises(QueryFileError) as refused:
        read(folder, text, name)
    return str(refused.value)


def test_a_good_file_is_read(tmp_path: Path) -> None:
    query = read(tmp_path, GOOD)
    assert query.id == "documents_of_region"
    assert query.columns == ("document", "published_on", "evidence")
    assert query.cypher.startswith("MATCH")
    assert len(query.hash) == 12


def test_the_hash_follows_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).hash != read(tmp_path, GOOD.replace("version: 1", "version: 2")).hash


HEADER = [
    ("version: 1\n", "version: 1\ncolour: red\n", ":3: colour: unknown field"),
    ("version: 1\n", "version: 0\n", ":2: version: Input should be greater"),
    ("version: 1\n", "version: 1\nversion: 1\n", ":3: 'version' is said twice; first on line 2"),
    ("version: 1\n", "version: [1\n", "the header is no YAML"),
    ("status: stable\n", "status: done\n", ":3: status: Input should be 'draft', 'stable' or 'deprecated'"),
    ("title: {zh: 某地的文件, ", "title: {", ":4: title.zh: Field required"),
    ('["{region}的文件"]', '["哪些文件"]', ":7: no slot {region}, without which the query cannot run"),
    ('["documents of {region}"]', '["in {region} of {x}"]', ":8: slot {x} is no parameter"),
    ('["documents of {region}"]', '["in {region} of {Y y}"]', ":8: a brace that begins or ends no slot"),
    (
        "ref(Region)",
        "ref(Town)",
        ":10: params.region.type: Value error, type 'ref(Town)': the schema has no label 'Town'",
    ),
    ("ref(Region)", "ref", ":10: a ref that a caller gives says of which labels"),
    ("required: true,", "required: true, default: x,", ":10: a required parameter has no default"),
    ("{type: string, enum", "{type: int, enum", ":11: an enum is of strings; the type is int"),
    ("example: a,", "example: b,", ":11: kind: 'b' is not allowed; nearest: a"),
    ("{type: string, enum", "{type: string, max: 3, enum", ":11: only int, float, date and year have bounds"),
    ("default: 5", "default: 10", ":12: at_most: '10' is outside 1 to 9"),
    ("min: 1", "min: 0.5", ":12: min or max is no int"),
    ("at_most:", "limit:", ":12: parameter 'limit' is reserved for the API"),
    ("{type: date, role: time", "{type: path, role: time", ":15: a path is the one column of shape graph"),
    ("role: evidence, ", "", ":16: role evidence and type list(ref(Statement)) belong together"),
    ("tags: [documents]", "tags: [documents, odd]", ":17: unknown tag 'odd'; known are documents"),
    ("shape: rows", "shape: scalar", ":13: shape scalar returns one column, not 3"),
    ("shape: rows", "shape: graph", ":13: shape graph returns the one column `path`"),
    ("desc nulls last", "down", ":19: order_by.0: Value error, 'published_on down' is not `column [asc|desc]"),
    ("desc nulls last, document]", "desc nulls last, title]", ":19: 'title' is no returned column"),
    ("start: published_on", "start: issued", ":20: 'issued' is no returned column"),
    ("kind: timeline, start", "kind: pie, start", ":20: view: Input tag 'pie'"),
    (
        "kind: timeline, start: published_on, label: document",
        "kind: matrix, row: document, column: document, value: document, comparator: published_on",
        ":20: 'published_on' is no string such as >=",
    ),
    ("evidence: evidence\n", "evidence: document\n", ":21: 'document' is of type ref(Document)"),
    ("evidence: evidence\n", "evidence: proof\n", ":21: 'proof' is no returned column"),
    ("evidence: evidence\n", "", "shape rows needs `evidence`"),
    ("evidence: evidence\n", "evidence: {none: {zh: 无, en: none}}\n", ":21: there is a column of role evidence"),
    (", rows: 1}", "}", ":22: say either `rows` or `at_least`"),
    ("params: {region: 吉林省}", "params: {}", ":22: required parameter 'region' has no value"),
    ("params: {region: 吉林省}", "params: {region: a, town: b}", ":22: 'town' is no parameter"),
    (", rows: 1}", ", rows: 1, contains: [{name: x}]}", ":22: 'name' is no returned column"),
]


@pytest.mark.parametrize(("old", "new", "expected"), HEADER)
def test_a_header_that_breaks_the_format_is_refused(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert expected in refusal(tmp_path, GOOD.replace(old, new, 1))


TEXT = [
    ("WHERE $kind IS NULL OR document.period = $kind\n", "", ":11: parameter 'kind' is declared and not used"),
    ("LIMIT $at_most", "LIMIT $most", ":27: parameter $most is used and not declared"),
    ("(document:Document)", "(document:Paper)", ":24: the schema has no label 'Paper'"),
    ("(document:Document)", "(document:Document|Paper)", ":24: the schema has no label 'Paper'"),
    ("WHERE $kind", "WHERE document:Paper OR $kind", ":25: the schema has no label 'Paper'"),
    ("[holds:APPLIES_TO]", "[holds:APPLIES_TO|COVERS]", ":24: the schema has no relationship type 'COVERS'"),
    ("document.period", "document.colour", ":25: Document has no property 'colour'"),
    ("document.period", "document.clean", ":25: Document has no property 'clean'"),
    ("holds.statements", "holds.proofs", ":30: APPLIES_TO has no property 'proofs'"),
    ("{id: $region}", "{number: $region}", ":24: Region has no property 'number'"),
    (
        "WITH document, holds",
        "WITH document, holds, startNode(holds).hue AS x",
        ":26: no type of the schema has a property",
    ),
    ("WITH document, holds", "SET document.name = 'x'\nWITH document, holds", ":26: 'SET' writes to the graph"),
    ("MATCH (document", "MERGE (x:Region)\nWITH x\nMATCH (document", ":24: a reading statement begins with MATCH"),
    ("MATCH (document", "LOAD CSV FROM 'x' AS x\nMATCH (document", ":24: a reading statement begins with MATCH"),
    ("WITH document, holds", "LOAD CSV FROM 'x' AS x\nWITH document, holds", ":26: 'LOAD' reaches beyond"),
    (
        "holds.statements AS evidence",
        "holds.statements AS proof",
        ":28: returns document, published_on, proof; declared",
    ),
    ("document.id AS document", "document.id", ":28: column 1 has no name"),
    ("ORDER BY published_on IS NULL, published_on DESC, document", "", ":28: no ORDER BY"),
    (
        "IS NULL, published_on DESC",
        "IS NULL, published_on",
        ":28: ORDER BY published_on IS NULL, published_on, document",
    ),
    ("ORDER BY published_on IS NULL, ", "ORDER BY ", "order_by is written published_on IS NULL, published_on DESC"),
    ("DESC, document\n", "DESC, document\nLIMIT 3\n", ":32: LIMIT after the last RETURN: paging is the caller's"),
    ("DESC, document\n", "DESC, document;\n", ":31: ';' is not understood by both engines"),
    ("WITH document, holds", "WITH document, holds, collect(document)[0].id AS x", ":26: a property read off an index"),
    ("MATCH (document", "MATCH p = SHORTEST 1 (:Goal)--(:Goal)\nMATCH (document", ":24: 'SHORTEST' is not understood"),
    (
        "RETURN document.id",
        "RETURN holds AS x ORDER BY x UNION MATCH (holds:Goal), (document:Goal)\nRETURN document.id",
        ":28: UNION outside CALL { }",
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), TEXT)
def test_cypher_that_breaks_its_contract_is_refused(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert old in GOOD
    assert expected in refusal(tmp_path, GOOD.replace(old, new, 1))


@pytest.mark.parametrize("name", ["Documents", "2documents", "documents-of-region"])
def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path, name: str) -> None:
    assert f"'{name}' is no id" in refusal(tmp_path, GOOD, name)


@pytest.mark.parametrize("text", ["", "MATCH (n) RETURN n", "/*---\nversion: 1\n"])
def test_a_file_without_a_header_is_refused(tmp_path: Path, text: str) -> None:
    assert ":1: expected a header between /*--- and ---*/" in refusal(tmp_path, text)


def test_every_reason_is_given_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("tags: [documents]", "tags: [odd]").replace("document.period", "document.colour")
    assert len(refusal(tmp_path, text).splitlines()) == 2


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("published_on, document", "published_on, document"),
        ("published_on asc nulls last, document", "published_on IS NULL, published_on ASC, document"),
        ("published_on nulls last, document", "published_on, document"),
        ("published_on nulls first, document", "published_on IS NOT NULL, published_on, document"),
        ("published_on desc nulls first, document", "published_on DESCENDING, document"),
    ],
)
def test_order_is_written_so_that_nulls_go_where_the_header_says(tmp_path: Path, declared: str, written: str) -> None:
    text = GOOD.replace("published_on desc nulls last, document", declared)
    assert read(tmp_path, text.replace("published_on IS NULL, published_on DESC, document", written))


def folder_of(folder: Path, **files: str) -> Path:
    (folder / "tags.yaml").write_text("documents: {zh: 文件, en: Documents}\n", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.cypher").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_refused_with_what_is_wrong_in_each_file(tmp_path: Path) -> None:
    bad = GOOD.replace("version: 1", "version: 0")
    with pytest.raises(BadCatalogue) as refused:
        catalogue.load(folder_of(tmp_path, good=GOOD, first=bad, second=bad))
    assert [error.file.name for error in refused.value.refused] == ["first.cypher", "second.cypher"]


@pytest.mark.parametrize(
    ("values_from", "expected"),
    [
        ("towns", "bad.cypher:10: no query is called 'towns'"),
        ("bad", "bad.cypher:10: 'bad' has a required parameter, so it lists nothing by itself"),
    ],
)
def test_values_from_names_a_query_that_lists_values(tmp_path: Path, values_from: str, expected: str) -> None:
    text = GOOD.replace("ref(Region), required", f"ref(Region), values_from: {values_from}, required")
    with pytest.raises(BadCatalogue) as refused:
        catalogue.load(folder_of(tmp_path, bad=text))
    assert str(refused.value) == expected


def test_an_unknown_query_proposes_ids_alike() -> None:
    with pytest.raises(UnknownQuery, match="measures_for_goal") as unknown:
        catalogue.load()["measure_for_gaol"]
    assert unknown.value.nearest[0].value == "measures_for_goal"


def test_queries_are_found_by_tag() -> None:
    assert [query.id for query in catalogue.load().tagged("lineage")] == ["plan_lineage"]
