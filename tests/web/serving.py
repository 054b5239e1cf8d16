"""The application over a store of this process, on a port of its own."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from app.cli.serving import listening
from app.main import create_app
from app.queries import catalogue
from app.settings import AppSettings
from stores.store import Store

PATIENCE = 120.0  # seconds


@contextmanager
def served(store: Store) -> Iterator[str]:
    """Its address, `http://127.0.0.1:…`."""
    listener = listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(create_app(AppSettings(), store, catalogue.load()), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + PATIENCE
    while not server.started:
        assert time.monotonic() < deadline, "the server does not start"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()
