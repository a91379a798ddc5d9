"""Charts: each is drawn once, and used on screen, on paper and in the clipboard."""

from kommune_desktop.export.charts.chart import Box, Chart, ChartTable, Look, Spot
from kommune_desktop.export.charts.counts import counts
from kommune_desktop.export.charts.distribution import distribution, distributions
from kommune_desktop.export.charts.group_dots import group_dots
from kommune_desktop.export.charts.heat_map import area_heat_map, question_heat_map
from kommune_desktop.export.charts.history import area_history, question_history
from kommune_desktop.export.charts.palette import DARK, LIGHT, Palette
from kommune_desktop.export.charts.picture import MARGIN, svg
from kommune_desktop.export.charts.profile import profile_bars
from kommune_desktop.export.charts.question_rows import question_rows
from kommune_desktop.export.charts.radar import profile_radar
from kommune_desktop.export.charts.ranking import Ranked, ranking
from kommune_desktop.export.charts.timeline import measures_timeline

__all__ = [
    "DARK",
    "LIGHT",
    "MARGIN",
    "Box",
    "Chart",
    "ChartTable",
    "Look",
    "Palette",
    "Ranked",
    "Spot",
    "area_heat_map",
    "area_history",
    "counts",
    "distribution",
    "distributions",
    "group_dots",
    "measures_timeline",
    "profile_bars",
    "profile_radar",
    "question_heat_map",
    "question_history",
    "question_rows",
    "ranking",
    "svg",
]
