"""Neo4j 5.26 LTS and later: one server, a cluster or Aura, as the address says."""

from collections.abc import Sequence

import neo4j

from stores.bolt import BoltStore, connect
from stores.settings import StoreSettings
from stores.store import Engine, TextIndex

ANALYZER = "{indexConfig: {`fulltext.analyzer`: 'cjk'}}"
ROUTED = "neo4j"  # such an address leads to several servers; any other to one, which knows what it was told
POPULATED = 300  # seconds until new indexes must have taken in what is there


class Neo4jStore(BoltStore):
    """A graph on a Neo4j server."""

    engine: Engine = "neo4j"
    planned_once = "CYPHER replan=skip\n"

    def __init__(self, uri: str, settings: StoreSettings) -> None:
        driver = connect(uri, settings.user, settings.password, settings)
        super().__init__(driver, driver, settings, settings.database)
        self.place = uri
        if uri.startswith(ROUTED):
            self.bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def _index(self, indexes: Sequence[TextIndex]) -> None:
        for each in indexes:
            self._define(
                f"CREATE FULLTEXT INDEX {each.name} IF NOT EXISTS "
                f"FOR (n:{each.label}) ON EACH [n.{each.property}] OPTIONS {ANALYZER}"
            )
        with self._writing() as session:
            session.run("CALL db.awaitIndexes($seconds)", {"seconds": POPULATED}).consume()
