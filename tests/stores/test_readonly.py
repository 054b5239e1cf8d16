"""What counts as a statement that only reads."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stores.errors import WriteRefused
from stores.readonly import WRITES, refuse_writes

READS = [
    "MATCH (n) RETURN n",
    "  // CREATE is only a word here\nMATCH (n) RETURN n",
    "/* MERGE (n) */ MATCH (n) RETURN n;",
    "/*---\ntitle: SET and DELETE\n---*/\nMATCH (n) RETURN n",
    "RETURN 'CREATE (n)' AS text",
    'RETURN "it\'s DELETE" AS text',
    "RETURN 'a \\' SET b' AS text",
    "MATCH (n:`SET`) RETURN n.`create`",
    "RETURN `a``CREATE` AS x",
    "MATCH (n) RETURN n.set, n.delete",
    "MATCH (n:Set)-[:CREATE]->(m) RETURN m",
    "MATCH (n) WHERE n.id = $create RETURN $`merge` AS m",
    "OPTIONAL MATCH (n) RETURN n",
    "UNWIND [1, 2] AS i CALL { WITH i RETURN i * 2 AS j } RETURN j",
    "UNWIND [1, 2] AS i CALL (i) { RETURN i * 2 AS j } RETURN j",
    "CALL db.index.fulltext.queryNodes('search_Goal', $text) YIELD node RETURN node",
    "CALL `db`.`index`.fulltext . queryNodes($index, $text) YIELD node RETURN node",
    "MATCH p = (a)-[:SERVES*1..3]->(b) RETURN p",
    "MATCH (n) WHERE n.created_on > 1.5 RETURN n.offset AS settled",
    "MATCH (n) RETURN [x IN n.list | x][0..2] AS first",
    "RETURN '质量 // 不是注释' AS text",
    "EXPLAIN MATCH (n) RETURN n",
]

REFUSED = [
    "",
    "// nothing but a comment",
    "CREATE (n)",
    "match (n) create (m)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) REMOVE n.x",
    "MATCH (n) DELETE n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) NODETACH DELETE n",
    "MERGE (n:Goal {id: 1}) RETURN n",
    "MATCH (n) FOREACH (x IN [1] | SET n.x = x)",
    "MATCH (n) INSERT (:Goal) RETURN n",
    "DROP INDEX search_Goal",
    "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
    "MATCH (n) LOAD CSV FROM 'https://example.org/x' AS line RETURN line",
    "WITH 1 AS x CALL { MATCH (n) RETURN n } IN TRANSACTIONS OF 10 ROWS RETURN n",
    "CALL { MATCH (n) DETACH DELETE n }",
    "MATCH (n) CALL (n) { SET n.x = 1 }",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "CALL db.createLabel('X')",
    "CALL `db`.`createLabel`('X')",
    "CALL db.labels",
    "CALL db.index.fulltext.queryNodesAndMore('a', 'b')",
    "CALL 质.x()",
    "MATCH (n) RETURN n; CREATE (m)",
    "MATCH (n) RETURN n; MATCH (m) RETURN m",
    "USE system MATCH (n) RETURN n",
    "SHOW USERS",
    "EXPLAIN CREATE (n)",
    "PROFILE MATCH (n) SET n.x = 1",
    "CYPHER 5 CREATE (n)",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "MATCH (n) /* hidden */CREATE/* here */ (m) RETURN m",
    "MATCH (n) RETURN n // end\rCREATE (m)",
    "MATCH (n) WHERE n.x > 1.SET n.y = 2",
    "MATCH (n) \\u0043REATE (m) RETURN m",
    "RETURN '\\u0027 CREATE (m) //' AS x",
    "MATCH (n) WITH n, 1 AS 质SET n.x = 1",
    "RETURN 'not closed",
    "MATCH (n) RETURN n /* not closed",
    "RETURN `not closed",
]


@pytest.mark.parametrize("cypher", READS)
def test_reading_statement_passes(cypher: str) -> None:
    refuse_writes(cypher)


@pytest.mark.parametrize("cypher", REFUSED)
def test_statement_that_could_do_more_is_refused(cypher: str) -> None:
    with pytest.raises(WriteRefused):
        refuse_writes(cypher)


def test_message_names_word_line_and_column() -> None:
    with pytest.raises(WriteRefused, match=r"line 2, column 3: 'SET' writes"):
        refuse_writes("MATCH (n)\n  SET n.x = 1")


SPACE = st.sampled_from([" ", "\n", "\t", "/* RETURN */", "// RETURN 'x\n", " /**/ ", "\r\n"])


@given(st.sampled_from(sorted(WRITES)), SPACE, SPACE)
def test_writing_word_between_any_white_space_is_refused(word: str, before: str, after: str) -> None:
    for spelling in (word, word.lower(), word.capitalize(), word.swapcase()):
        with pytest.raises(WriteRefused):
            refuse_writes(f"MATCH (n){before}{spelling}{after}(m)")


@given(st.text(alphabet=st.characters(exclude_characters="\\'"), max_size=40))
def test_text_in_quotes_is_never_a_clause(text: str) -> None:
    refuse_writes(f"RETURN '{text}' AS x")


@given(st.text(max_size=40))
def test_text_in_backticks_is_never_a_clause(text: str) -> None:
    name = text.replace("`", "``").replace("\\", "")
    refuse_writes(f"MATCH (n:`{name}`) RETURN n")


@given(st.text(max_size=60))
def test_any_text_passes_or_is_refused(text: str) -> None:
    with suppress(WriteRefused):
        refuse_writes(text)


@given(st.text(alphabet=st.characters(exclude_characters="\\'\"`/*.:"), max_size=30), st.sampled_from(sorted(WRITES)))
def test_what_stands_before_does_not_hide_a_clause(before: str, word: str) -> None:
    with pytest.raises(WriteRefused):
        refuse_writes(f"MATCH (n) WHERE {before} {word} (m)")
