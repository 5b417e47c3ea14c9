"""The widget layer: small, for this window only. Scenes import widgets from here.

No GUI library for pygame takes an input method, the Tab key and a frame of 16 ms
together (look.md lists those tried), so these are our own.
"""

from negosim.gui.widgets.buttons import Button, IconButton, Kind
from negosim.gui.widgets.choosing import Choice, Dropdown, Tabs
from negosim.gui.widgets.containers import Column, Row
from negosim.gui.widgets.content import Drawing, Icon, Label, Picture
from negosim.gui.widgets.dials import Slider, Stepper
from negosim.gui.widgets.frames import Box, Card, Layers, Pad, Rule, Space
from negosim.gui.widgets.lines import Flow, Grid
from negosim.gui.widgets.pressable import Press, Toggle
from negosim.gui.widgets.scroll import Scroll
from negosim.gui.widgets.table import Table
from negosim.gui.widgets.text_field import TextField
from negosim.gui.widgets.widget import Widget

__all__ = [
    "Box",
    "Button",
    "Card",
    "Choice",
    "Column",
    "Drawing",
    "Dropdown",
    "Flow",
    "Grid",
    "Icon",
    "IconButton",
    "Kind",
    "Label",
    "Layers",
    "Pad",
    "Picture",
    "Press",
    "Row",
    "Rule",
    "Scroll",
    "Slider",
    "Space",
    "Stepper",
    "Table",
    "Tabs",
    "TextField",
    "Toggle",
    "Widget",
]
