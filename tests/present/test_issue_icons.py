"""An issue's icon is told from its words, in Chinese as in English."""

from fractions import Fraction

import pytest

from negosim.engine.issue import Issue, Text
from negosim.present.issue_icons import ICONS, OTHER, icon_for, icon_of_words
from negosim.resources import folder


def issue(id_: str, en: str = "", zh: str = "") -> Issue:
    name = Text(tuple((lang, words) for lang, words in (("en", en), ("zh", zh)) if words))
    return Issue(id_, name, None, Fraction(1), (), 1, 0, 10)


@pytest.mark.parametrize(
    ("en", "zh", "icon"),
    [
        ("Price", "价格", "yen"),
        ("Service fee", "服务费", "yen"),
        ("Paid at acceptance", "验收付款", "card"),
        ("Payment days", "账期", "card"),
        ("Delivery", "到货时间", "truck"),
        ("Warranty", "质保", "quality"),
        ("On-site service", "驻场服务", "wrench"),
        ("Training", "培训", "people"),
        ("Order volume", "采购量", "volume"),
        ("Contract term", "合同期", "clock"),
        ("Exclusivity", "独家", "lock"),
    ],
)
def test_a_name_has_one_icon_in_both_languages(en: str, zh: str, icon: str) -> None:
    assert icon_for(issue("x1", en=en)) == icon
    assert icon_for(issue("x1", zh=zh)) == icon


def test_the_id_decides_before_the_names() -> None:
    assert icon_for(issue("payment_terms", en="Price and more", zh="价格等")) == "card"


def test_words_that_say_nothing_give_the_box() -> None:
    assert icon_for(issue("x1", en="Goodwill", zh="心意")) == OTHER
    assert icon_for(issue("x1")) == OTHER


def test_a_word_counts_from_its_beginning_only() -> None:
    assert icon_of_words("Feedback") == ""
    assert icon_of_words("Lifetime") == ""
    assert icon_of_words("Headship") == "people"


def test_every_icon_named_is_drawn() -> None:
    drawn = {path.stem for path in (folder("assets") / "icons").glob("*.svg")}
    assert drawn >= ICONS
