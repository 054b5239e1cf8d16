"""Answers as drawings: SVG made on the server, one file a kind of view."""

from app.charts.chart import KINDS, Chart, draw

__all__ = ["KINDS", "Chart", "draw"]
