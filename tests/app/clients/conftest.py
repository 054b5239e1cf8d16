"""The application over the example corpus, listening on a port, and the clients written beside each other."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from app.clients.python import python
from app.clients.typescript import typescript
from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.store import Store
from tests.neo4j_server.server import free_port


@pytest.fixture(scope="module")
def address(examples: Store) -> Iterator[str]:
    """Where the application listens."""
    port = free_port()
    config = uvicorn.Config(create_app(AppSettings(), examples, catalogue.load()), port=port, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both clients."""
    folder = tmp_path_factory.mktemp("clients")
    queries = catalogue.load()
    (folder / "zhitu_client.py").write_text(python(queries), encoding="utf-8")
    (folder / "zhitu.ts").write_text(typescript(queries), encoding="utf-8")
    return folder
