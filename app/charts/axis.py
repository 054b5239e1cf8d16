"""Round steps along an axis."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `low` to `high` laid out between two places, in pixels."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies; outside the ends too."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: float, high: float, count: int) -> list[float]:
    """About so many round numbers (1, 2, 5 times a power of ten) that cover low to high; at least two."""
    # As much as a number of its size can tell apart from its neighbours.
    high = max(high, low + max(1e-9, 1e-9 * abs(low)) if high > low else low + max(1.0, 1e-3 * abs(low)))
    rough = (high - low) / max(1, count - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each * power for each in (1, 2, 5, 10) if each * power >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [number * step for number in range(first, last + 1)]


def figure(value: float) -> str:
    """A number as people write it: without needless decimals, thousands apart."""
    if not math.isfinite(value):
        return "—"
    return f"{value:,.10g}" if abs(value) < 1e10 else f"{value:.3g}"
