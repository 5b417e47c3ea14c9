"""Which icon stands for an issue, told from its id and its names alone.

Words decide, never a mark of a side, so an icon tells nobody anything. The icons
themselves are drawn elsewhere; here are their names only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from negosim.engine.issue import Issue

OTHER = "box"

# The first line with a word of the issue's name decides: a payment term may speak of days and
# a delivery fee is money, so the narrower meanings stand first. English words count from their
# beginning ("pay" finds "payment"), a closing dot ends a word ("fee." leaves "feedback" alone).
_WORDS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        "card",
        (
            "pay",
            "paid",
            "prepay",
            "deposit",
            "instalment",
            "installment",
            "credit",
            "invoice",
            "advance",
        ),
        ("付款", "支付", "账期", "预付", "定金", "首付", "尾款", "回款", "分期"),
    ),
    (
        "yen",
        ("price", "fee.", "fees.", "cost", "rent", "salary", "wage", "discount", "rate.", "budget"),
        ("价", "费", "租金", "薪", "工资", "折扣", "金额", "预算"),
    ),
    (
        "truck",
        ("deliver", "ship", "freight", "transport", "logistic", "arrival", "lead time"),
        ("交付", "交货", "到货", "发货", "运输", "物流", "送货"),
    ),
    (
        "quality",
        ("quality", "warrant", "guarantee", "accept", "insur", "penalt", "liabilit", "defect"),
        ("质量", "质保", "保修", "保证", "验收", "保险", "违约", "赔", "责任"),
    ),
    (
        "people",
        ("train", "staff", "team", "people", "person", "head"),
        ("培训", "人员", "团队", "人数"),
    ),
    (
        "wrench",
        ("service", "support", "maint", "repair", "install", "on-site", "onsite", "spare"),
        ("服务", "维护", "维修", "安装", "驻场", "售后", "运维", "备件"),
    ),
    (
        "volume",
        ("volume", "quantit", "amount", "number", "unit.", "units.", "size.", "batch", "scope"),
        ("数量", "订量", "批量", "采购量", "用量", "台数", "件数", "规模", "范围"),
    ),
    (
        "clock",
        ("time", "term.", "duration", "period", "deadline", "date", "days.", "month", "year"),
        ("时间", "工期", "期限", "周期", "日期", "时长", "年限", "合同期", "有效期"),
    ),
    (
        "lock",
        ("exclusiv", "confidential", "licen", "right", "propert", "patent"),
        ("独家", "保密", "授权", "许可", "产权", "专利"),
    ),
)


def icon_for(issue: Issue) -> str:
    """The name of an icon in assets/icons, the same in every language.

    The id decides before the names; an issue whose words say nothing gets OTHER.
    """
    return (
        icon_of_words(issue.id)
        or icon_of_words(*(text for _, text in issue.name.by_language))
        or OTHER
    )


@lru_cache(maxsize=256)
def icon_of_words(*names: str) -> str:
    """The icon that words in English or Chinese point to, "" when none does."""
    text = " ".join(names).lower().replace("_", " ")
    for icon, english, chinese in _WORDS:
        if any(word in text for word in chinese) or any(_starts(word, text) for word in english):
            return icon
    return ""


def _starts(word: str, text: str) -> bool:
    """Whether the word begins somewhere in the text; with a dot at its end, stands there whole."""
    whole = r"\b" if word.endswith(".") else ""
    return re.search(rf"\b{re.escape(word.removesuffix('.'))}{whole}", text) is not None


ICONS = frozenset((OTHER, *(icon for icon, _, _ in _WORDS)))
"""Every name that `icon_for` may give."""
