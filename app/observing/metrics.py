"""Counters and durations in Prometheus' format.

Several workers each write to files in the folder that PROMETHEUS_MULTIPROC_DIR names; whichever is asked adds them up.
What does not add up - the graph's version, the build - is looked at when asked.
"""

import os
import platform
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from app import VERSION
from app.reads.fixed_read import count_nodes
from stores.errors import StoreError
from stores.store import Store
from stores.waiting import within

SHARED = "PROMETHEUS_MULTIPROC_DIR"
LOOK = 2.0  # seconds to look at the graph's version; who scrapes waits 10 as a rule
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
UNMATCHED = "unmatched"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """What one application counts."""

    def __init__(self, store: Store) -> None:
        # They would be a second series for each; with several workers there are none either.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._looked_at = _LookedAt(store)
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "zhitu_http_requests", "Requests answered.", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "zhitu_http_request_duration_seconds",
            "From a request's arrival to the last byte of its answer.",
            ["method", "route"],
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._errors = Counter(
            "zhitu_store_errors", "Errors of the graph's store that callers met.", ["kind"], registry=self._registry
        )

    def answered(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request; `route` is its path's template, None where no route fits: callers may ask for anything."""
        method, route = method if method in METHODS else "other", route or UNMATCHED
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def failed(self, error: BaseException | None) -> None:
        """Count an error, if it is one of the store's."""
        if isinstance(error, StoreError):
            self._errors.labels(type(error).__name__).inc()

    def exposition(self, accept: str | None) -> tuple[bytes, str]:
        """All of it, and its media type, in the version of the format that an Accept header asks for."""
        registry = CollectorRegistry()
        registry.register(self._looked_at)
        if SHARED in os.environ:
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # registers itself
        else:
            registry.register(self._registry)
        encode, media_type = choose_encoder(accept or "")
        return encode(registry), media_type


class _LookedAt(Collector):
    """What is so at the moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        build = {"version": VERSION, "python": platform.python_version(), "engine": self._store.engine}
        yield InfoMetricFamily("zhitu_build", "Which program this is, and which engine holds its graph.", build)
        version = self._version()
        yield GaugeMetricFamily("zhitu_graph_up", "Whether the graph can be read.", float(version is not None))
        if version is not None:
            yield GaugeMetricFamily("zhitu_graph_version", "Raised by every change of the graph.", version)

    def _version(self) -> int | None:
        try:
            return within(LOOK, self._looked)
        except StoreError:
            return None

    def _looked(self) -> int:
        count_nodes(self._store, "Graph")  # a read: the version may be known without one
        return self._store.version().version
