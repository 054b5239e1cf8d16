"""What Prometheus collects."""

from fastapi import APIRouter, Request, Response

from app.services import Given

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def get_metrics(request: Request, given: Given) -> Response:
    """Requests, durations, errors of the store, the graph's version, the build."""
    body, media_type = given.metrics.exposition(request.headers.get("accept"))
    return Response(body, headers={"Cache-Control": "no-store", "Content-Type": media_type})
