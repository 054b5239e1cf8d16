"""Neo4j 5.26 LTS and later: one server, a cluster or Aura, as the address says."""

from collections.abc import Mapping

from stores.bolt import BoltStore, connect, index_name
from stores.settings import StoreSettings
from stores.store import Engine

ANALYZER = "{indexConfig: {`fulltext.analyzer`: 'cjk'}}"
POPULATED = 300  # seconds until new indexes must have taken in what is there


class Neo4jStore(BoltStore):
    """A graph on a Neo4j server."""

    engine: Engine = "neo4j"

    def __init__(self, uri: str, settings: StoreSettings) -> None:
        driver = connect(uri, settings.user, settings.password, settings)
        super().__init__(driver, driver, settings, settings.database)
        self.place = uri

    def _index(self, properties: Mapping[str, str]) -> None:
        with self._writing() as session:
            for label, name in properties.items():
                session.run(
                    f"CREATE FULLTEXT INDEX {index_name(label)} IF NOT EXISTS "
                    f"FOR (n:{label}) ON EACH [n.{name}] OPTIONS {ANALYZER}"
                ).consume()
            session.run("CALL db.awaitIndexes($seconds)", {"seconds": POPULATED}).consume()
