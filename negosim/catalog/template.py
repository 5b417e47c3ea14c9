"""The commented file of `negosim new`: a small scenario to start from, or another
scenario written out. Every optional key the file does not use follows as a comment.
"""

from __future__ import annotations

from pathlib import Path

from negosim.catalog.canonical import Data, canonical
from negosim.catalog.codes import Said
from negosim.catalog.door import from_mapping, load
from negosim.catalog.format1 import FORMAT
from negosim.catalog.opposition import clock_text
from negosim.catalog.shape import Field
from negosim.catalog.yaml_out import entry

_HEAD = Said(
    "# A negosim scenario, format 1. Change what you like, then run `negosim check` on it.\n"
    "# A text is a string, or a mapping by language: {en: Price, zh: 价格}.\n"
    '# Quote what YAML takes for something else: "yes", "no", "12:00".',
    "# negosim 剧本文件，格式 1。改好以后用 `negosim check` 检查。\n"
    "# 文字可以直接写，也可以按语言分列：{en: Price, zh: 价格}。\n"
    '# YAML 会误读的词请加引号："yes"、"no"、"12:00"。',
)
_UNUSED = Said(
    "# Optional keys this file does not use. Take away the `# ` to use one.",
    "# 本文件没有用到的可选键。去掉行首的 `# ` 就能启用。",
)

_STARTER: Data = {
    "format": 1,
    "id": "my-scenario",
    "title": {"en": "My scenario", "zh": "我的剧本"},
    "brief": {
        "everyone": {
            "en": "A training company and a factory settle a course for forty welders.",
            "zh": "一家培训公司和一家工厂，商谈给四十名焊工办班的事。",
        },
        "vendor": {
            "en": "You sell the course. An early start matters more to you than the fee.",
            "zh": "你们卖课程。早点开班，比学费多一点更要紧。",
        },
        "client": {
            "en": "You buy the course. The fee matters most; the halls are free all spring.",
            "zh": "你们买课程。学费最要紧；车间整个春天都空着。",
        },
    },
    "issues": {
        "fee": {
            "name": {"en": "Fee", "zh": "学费"},
            "unit": {"en": "10k yuan", "zh": "万元"},
            "vendor_prefers": "high",
            "step": 0.5,
            "vendor": {"rank": 2, "quote": 40, "target": 34, "floor": 28},
            "client": {"rank": 1, "quote": 24, "target": 30, "floor": 36},
        },
        "payment": {
            "name": {"en": "Paid in advance", "zh": "预付"},
            "unit": "%",
            "options": [100, 75, 50, 25],
            "vendor": {"rank": 3, "quote": 100, "target": 75, "floor": 25},
            "client": {"rank": 2, "quote": 25, "target": 50, "floor": 100},
        },
        "start": {
            "name": {"en": "Start", "zh": "开班"},
            "options": [
                {"id": "march", "text": {"en": "in March", "zh": "三月"}},
                {"id": "april", "text": {"en": "in April", "zh": "四月"}},
                {"id": "may", "text": {"en": "in May", "zh": "五月"}},
            ],
            "vendor": {"rank": 1, "quote": "march", "target": "april", "floor": "may"},
            "client": {"rank": 3, "quote": "may", "target": "april", "floor": "march"},
        },
    },
}


def template(source: str | Path | None = None, language: str = "en") -> str:
    """A scenario file with comments in `en` or `zh`, valid as it stands.

    With `source` (path or shipped id) a file that loads as an equal scenario; raises
    ScenarioError where that one does not load.
    """
    return written_out(_STARTER if source is None else lean(canonical(load(source))), language)


def written_out(data: Data, language: str) -> str:
    """A mapping of format 1 as a commented file; its issues stand in agenda order."""
    used = [field for field in FORMAT.fields if field.key in data]
    unused = [field for field in FORMAT.fields if field.key not in data and field.key != "agenda"]
    parts = [_HEAD.in_(language)]
    for field in used:
        lines = entry(field.key, data[field.key], field.shape, "")
        parts.append("\n".join((f"# {field.about.in_(language)}", *lines)))
    stubs = [_stub(field, language) for field in unused]
    return "\n\n".join((*parts, "\n".join((_UNUSED.in_(language), *stubs)))) + "\n"


def _stub(field: Field, language: str) -> str:
    return f"#\n# # {field.about.in_(language)}\n# {field.key}: {field.example}"


def lean(data: Data) -> Data:
    """The mapping without what the door would fill in anyway, issues in agenda order."""
    silent = canonical(from_mapping(_STARTER))
    kept = {
        key: value
        for key, value in data.items()
        if key == "format" or key not in silent or value != silent[key] or key in _STARTER
    }
    if isinstance(data["persona"], dict) and "payer" in data["persona"]:
        kept["payer"] = data["payer"]  # the persona's payer would take its place
    agenda, issues = kept.pop("agenda", None), data["issues"]
    if isinstance(agenda, list) and isinstance(issues, dict):
        kept["issues"] = {id_: issues[id_] for id_ in agenda}
    events, beats = kept.get("events"), kept.get("beats")
    for row in events if isinstance(events, list) else ():
        _show_time(row)
    for row in beats if isinstance(beats, list) else ():
        _show_time(row["when"])
    return kept


def _show_time(data: Data) -> None:
    """Elapsed time as "m:ss" where it is whole seconds."""
    seconds = data.get("at")
    if isinstance(seconds, int):
        data["at"] = clock_text(1000 * seconds)
