"""A rectangle of a drawing."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle, by its upper left corner and its size, in the units of the drawing."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of it."""
        return round(self.x + self.width / 2, 1), round(self.y + self.height / 2, 1)
