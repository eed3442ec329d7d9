"""The finder's panel: the choices that people see, each with how many entries fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from project.words import counted
from website.finder.finder_data import FOLDER, INDEX, as_script
from website.lists.matches import Choice, counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from website.finder.finder_data import FinderData
    from website.lists.facets import Facet, Row

# What decides most often whether somebody can take part; one group is open at a time.
OPEN_AT_FIRST: Final = "how"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A box to tick; those beneath it are finer."""

    code: str
    label: str
    hint: str
    entries: int
    finer: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TickGroup:
    """A group of boxes. ``gap`` and ``question`` are empty where every entry states the fact."""

    key: str
    title: str
    gap: str
    question: str
    ticks: tuple[Tick, ...]
    is_open: bool

    @property
    def finer(self) -> tuple[Tick, ...]:
        """The finer choices of all the boxes."""
        return tuple(finer for tick in self.ticks for finer in tick.finer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Everything that the panel shows, and where its script finds the rest.

    ``data_script`` is empty for a long list, whose columns stand at ``index_path``; ``starts``
    names its files of words.
    """

    areas: tuple[Tick, ...]
    groups: tuple[TickGroup, ...]
    total: int
    total_words: str
    data_script: str
    index_path: str
    files_path: str
    starts: str


def panel_of(rows: Sequence[Row], facets: Sequence[Facet], data: FinderData) -> Panel:
    """The panel of a list before anything is chosen."""
    fitting = counts(rows, Choice(codes={}), facets)
    areas, *groups = [_group(facet, fitting[facet.key]) for facet in facets]
    return Panel(
        areas=areas.ticks,
        groups=tuple(groups),
        total=len(rows),
        total_words=counted(len(rows), "opportunity", "opportunities"),
        data_script="" if data.is_long else as_script(data),
        index_path=f"/{INDEX}" if data.is_long else "",
        files_path=f"/{FOLDER}/",
        starts=" ".join(data.words) if data.is_long else "",
    )


def _group(facet: Facet, fitting: Iterable[int]) -> TickGroup:
    listed = list(zip(facet.options, fitting, strict=True))
    finer: dict[str, list[Tick]] = {}
    for option, count in listed:
        if option.parent:
            tick = Tick(code=option.code, label=option.label, hint=option.hint, entries=count)
            finer.setdefault(option.parent, []).append(tick)
    return TickGroup(
        key=facet.key,
        title=facet.title,
        gap=facet.gap,
        question=facet.question,
        ticks=tuple(
            Tick(
                code=option.code,
                label=option.label,
                hint=option.hint,
                entries=count,
                finer=tuple(finer.get(option.code, ())),
            )
            for option, count in listed
            if not option.parent
        ),
        is_open=facet.key == OPEN_AT_FIRST,
    )
