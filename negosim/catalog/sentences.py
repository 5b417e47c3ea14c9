"""The sentence each fault is told in, English and Chinese, and nothing else.

A sentence says what is wrong, then, after a semicolon, what is allowed; `{found}`,
`{allowed}` and the like are filled in by `problems`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from negosim.catalog.codes import Code, Said

SENTENCES: Mapping[Code, Said] = MappingProxyType(
    {
        Code.NOT_FOUND: Said(
            "there is no such file or shipped scenario; "
            "give a path, or one of the ids {allowed}{hint}",
            "找不到这个文件，也没有叫这个名字的内置剧本；请给出路径，或内置剧本 {allowed}{hint}",
        ),
        Code.UNREADABLE: Said(
            "the file cannot be read ({found}); a readable text file is needed",
            "文件读不出来（{found}）；需要一个可读的文本文件",
        ),
        Code.TOO_LARGE: Said(
            "the file is larger than {allowed}; move long material out of the scenario",
            "文件超过 {allowed}；请把长材料移出剧本文件",
        ),
        Code.NOT_UTF8: Said(
            "these bytes are not UTF-8; save the file with the encoding UTF-8",
            "这里的字节不是 UTF-8；请把文件存成 UTF-8 编码",
        ),
        Code.NOT_YAML: Said("this is not YAML: {found}", "这里不符合 YAML 写法：{found}"),
        Code.SEVERAL_DOCUMENTS: Said(
            "a second document starts here; a scenario file holds one",
            "这里又开始了一个文档；一个剧本文件只放一个",
        ),
        Code.NOT_A_MAPPING: Said(
            "the file is {found}; a scenario is a mapping that starts with `format: 1`",
            "文件内容是{found}；剧本应当是以 `format: 1` 开头的键值映射",
        ),
        Code.UNSAFE_TAG: Said(
            "the tag {found} is not read; write plain values without tags",
            "不读取标签 {found}；请直接写值，不带标签",
        ),
        Code.ALIAS_BOMB: Said(
            "the file grows beyond {allowed} values here; "
            "write values out instead of repeating them by `*`",
            "展开到这里已超过 {allowed} 个值；请直接写出来，不要用 `*` 反复引用",
        ),
        Code.TOO_DEEP: Said(
            "this is nested more than {allowed} deep; the format needs far less",
            "嵌套超过 {allowed} 层；这种格式用不到这么深",
        ),
        Code.UNKNOWN_FORMAT: Said(
            "format {found} is not known to this version; it reads format 1",
            "本版本不认识格式 {found}；它读的是格式 1",
        ),
        Code.UNKNOWN_KEY: Said(
            "unknown key; {allowed}{hint}",
            "没有这个键；{allowed}{hint}",
        ),
        Code.MISSING_KEY: Said(
            "missing; needed: {allowed}",
            "缺少这一项；应有：{allowed}",
        ),
        Code.DUPLICATE_KEY: Said(
            "this key stands twice, first in line {found}; keep one of them",
            "这个键写了两次，第一次在第 {found} 行；请只留一个",
        ),
        Code.WRONG_TYPE: Said(
            "{found} stands here; needed: {allowed}",
            "这里写的是{found}；应为：{allowed}",
        ),
        Code.QUOTE_IT: Said(
            'bare `{found}` is {kind} in YAML; quote it ("{found}") if it is a name or a text; '
            "needed here: {allowed}",
            'YAML 会把不加引号的 `{found}` 读成{kind}；若是名称或文字，请加引号（"{found}"）；'
            "这里应为：{allowed}",
        ),
        Code.EMPTY: Said(
            "nothing is written here; needed: {allowed} (an optional key may be left out)",
            "这里是空的；应为：{allowed}（可选的键可以整个不写）",
        ),
        Code.NOT_ALLOWED: Said(
            "`{found}` is not one of the words allowed; {allowed}{hint}",
            "`{found}` 不在可用的词里；{allowed}{hint}",
        ),
        Code.BAD_NAME: Said(
            "`{found}` cannot be a name here; needed: {allowed}",
            "`{found}` 不能用作这里的名称；应为：{allowed}",
        ),
        Code.BAD_CHARACTER: Said(
            "the character {found} is not allowed in a text; use visible characters and line ends",
            "文字里不能有字符 {found}；只能用可见字符和换行",
        ),
        Code.TOO_LONG: Said(
            "this has {found} characters; at most {allowed} are allowed",
            "这里有 {found} 个字符；最多 {allowed} 个",
        ),
        Code.OUT_OF_RANGE: Said(
            "{found} is out of range; allowed: {allowed}",
            "{found} 超出范围；应为：{allowed}",
        ),
        Code.TOO_PRECISE: Said(
            "{found} has too many digits; allowed: {allowed}",
            "{found} 的位数太多；应为：{allowed}",
        ),
        Code.COUNT: Said(
            "the number of entries here is {found}; allowed: {allowed}",
            "这里有 {found} 项；应为：{allowed}",
        ),
        Code.NAME_REPEATED: Said(
            "the id `{found}` is used twice; every {allowed} needs its own",
            "id `{found}` 用了两次；每个{allowed}要有自己的 id",
        ),
        Code.ISSUE_REPEATED: Said(
            "the issue `{found}` stands twice; every issue is ranked once",
            "议题 `{found}` 写了两次；每个议题只排一次",
        ),
        Code.OPTION_REPEATED: Said(
            "the option `{found}` stands twice; every option is listed once",
            "选项 `{found}` 写了两次；每个选项只列一次",
        ),
        Code.LADDER_ORDER: Said(
            "{found} breaks the order of the options; numbers only rise or only fall, "
            "the best for the vendor first",
            "{found} 打乱了选项顺序；数字只能一路升或一路降，对供应商最好的放在最前",
        ),
        Code.LEVELS_ORDER: Said(
            "{found} breaks the order of the levels; {allowed}",
            "{found} 打乱了等级顺序；{allowed}",
        ),
        Code.RANKS: Said(
            "rank {found} does not fit; the {side}'s ranks are {allowed}, each once",
            "优先次序 {found} 不对；{side}的优先次序应当是 {allowed}，各用一次",
        ),
        Code.BAND_ORDER: Said(
            "{mark} {found} is out of order; for the {side} {allowed}",
            "{mark} {found} 的先后不对；对{side}来说，{allowed}",
        ),
        Code.OFF_STEP: Said(
            "{found} is not on the step; whole multiples of {step} are allowed ({near})",
            "{found} 不在步长上；只能是 {step} 的整数倍（{near}）",
        ),
        Code.NOT_AN_OPTION: Said(
            "`{found}` is not an option of this issue; {allowed}{hint}",
            "`{found}` 不是这个议题的选项；{allowed}{hint}",
        ),
        Code.OUTSIDE_RANGE: Said(
            "{found} cannot be named on this issue; allowed: {allowed}",
            "这个议题上不能出现 {found}；允许：{allowed}",
        ),
        Code.NO_ZONE: Said(
            "the sides' floors leave nothing to agree on (vendor {vendor}, client {client}); "
            "let them overlap, or write `no_zone: true` under this issue",
            "双方底线之间没有可谈的余地（供应商 {vendor}，客户 {client}）；"
            "请让两者重叠，或在这个议题下写 `no_zone: true`",
        ),
        Code.AGENDA: Said(
            "`{found}` does not fit the agenda; it lists every issue once: {allowed}",
            "`{found}` 与议程不符；议程把每个议题各列一次：{allowed}",
        ),
        Code.UNKNOWN_ISSUE: Said(
            "there is no issue `{found}`; {allowed}{hint}",
            "没有议题 `{found}`；{allowed}{hint}",
        ),
        Code.UNKNOWN_BENEFIT: Said(
            "`{found}` is neither an issue nor a benefit of this file; {allowed}{hint}",
            "`{found}` 既不是本文件的议题，也不是附加条件；{allowed}{hint}",
        ),
        Code.UNKNOWN_PERSONA: Said(
            "there is no persona `{found}`; {allowed}{hint}",
            "没有叫 `{found}` 的人物；{allowed}{hint}",
        ),
        Code.UNKNOWN_ROLE: Said(
            "there is no role `{found}`; {allowed}{hint}",
            "没有角色 `{found}`；{allowed}{hint}",
        ),
        Code.NOT_A_MOVE: Said(
            "`{found}` is not something a beat can do; {allowed}{hint}",
            "桥段做不了 `{found}`；{allowed}{hint}",
        ),
        Code.EVENT_TOO_LATE: Said(
            "at {found} the talks are over; the latest time is {allowed}",
            "{found} 时谈判已经结束；最晚 {allowed}",
        ),
        Code.NOT_IN_NUMBERS: Said(
            "the money view cannot reckon with `{found}`; needed: {allowed}",
            "资金视图没法用 `{found}` 计算；需要：{allowed}",
        ),
        Code.LANGUAGE_MISSING: Said(
            "this text lacks {found}; the file's languages are {allowed}",
            "这段文字缺少 {found}；本文件的语言有 {allowed}",
        ),
        Code.FLOOR_TOLD: Said(
            "this text contains {found}, the {side}'s floor on `{issue}`; "
            "leave the figure out, whoever reads it learns the limit",
            "这段文字里有 {found}，正是{side}在 `{issue}` 上的底线；请去掉这个数，以免泄底",
        ),
        Code.OFFER_BEYOND_FLOOR: Said(
            "the beat offers {found}, beyond the client's floor {allowed}; "
            "it is only played once an event has moved the floor so far",
            "桥段报出 {found}，超过了客户的底线 {allowed}；除非事件先移动底线，否则不会执行",
        ),
        Code.AUTHORITY_BEYOND_FLOOR: Said(
            "this authority ({found}) goes beyond the side's floor {allowed}; "
            "nobody may go beyond the floor",
            "这项权限（{found}）超出了本方底线 {allowed}；底线谁也不能越过",
        ),
        Code.NO_TRADE: Said(
            "with these ranks no agreement beats both targets together, so there is nothing "
            "to trade; rank the issues differently for the two sides before they are drawn",
            "照这样的优先次序，任何协议都不比双方目标之和更好，没有可交换的余地；"
            "要抽签，请先让双方的优先次序有所不同",
        ),
        Code.NO_EFFECT: Said(
            "`false` asks for nothing here; write `true`, or leave the key out",
            "这里写 `false` 不起作用；请写 `true`，或去掉这个键",
        ),
    }
)
