"""The order of the alphabet in each language: which letters are letters of their own, and where they come.

After CLDR's root collation and its tailorings, as far as names of a glossary need it: accents and
case count only between words that are otherwise the same.
"""

import re
import unicodedata
from functools import cache

from instrumentarium.model.language_code import parents

# "č>c": č is a letter of its own, after all words with c. Letters after the same one, in this order.
_TAILORINGS = {
    "cs": "č>c ch>h ř>r š>s ž>z",
    "cy": "ch>c dd>d ff>f ng>g ll>l ph>p rh>r th>t",
    "da": "æ>z ø>z å>z",
    "es": "ñ>n",
    "et": "š>s z>s ž>s õ>w ä>w ö>w ü>w",
    "fi": "å>z ä>z ö>z",
    "hr": "č>c ć>c dž>d đ>d lj>l nj>n š>s ž>z",
    "hsb": "č>c ć>c ě>e ch>h ł>k ř>r š>s ž>z ź>z",
    "hu": "cs>c dz>d dzs>d gy>g ly>l ny>n ö>o ő>o sz>s ty>t ü>u ű>u zs>z",
    "lt": "č>c š>s ž>z",
    "lv": "č>c ģ>g ķ>k ļ>l ņ>n š>s ž>z",
    "mt": "ċ>b ġ>f għ>g ħ>h ie>i ż>y",
    "pl": "ą>a ć>c ę>e ł>l ń>n ó>o ś>s ź>z ż>z",
    "ro": "ă>a â>a î>i ș>s ț>t",
    "sk": "ä>a č>c ch>h ô>o š>s ž>z",
    "sl": "č>c š>s ž>z",
    "sr": "ђ>д ј>и љ>л њ>н ћ>т џ>ч",
    "sr-Latn": "č>c ć>c dž>d đ>d lj>l nj>n š>s ž>z",
    "sv": "å>z ä>z ö>z",
    "uk": "ґ>г є>е і>и ї>и й>и",
}


@cache
def _ranks(code: str) -> dict[str, tuple[str, int]]:
    """Return the letters of their own, each with the letter it follows and its number after that."""
    ranks: dict[str, tuple[str, int]] = {}
    own = next((one for one in parents(code) if one in _TAILORINGS), "")
    for pair in _TAILORINGS.get(own, "").split():
        letter, base = pair.split(">")
        ranks[letter] = (base, 1 + sum(other == base for other, _ in ranks.values()))
    return ranks


def key(name: str, code: str, /) -> tuple[list[tuple[str, int]], str]:
    """Return what to sort a name by in a language."""
    ranks = _ranks(code)
    letters = "|".join(sorted(map(re.escape, ranks), key=len, reverse=True))
    pieces = re.findall(rf"{letters}|." if letters else ".", name.casefold())
    return [piece for text in pieces for piece in ([ranks[text]] if text in ranks else _folded(text))], name


def _folded(letter: str) -> list[tuple[str, int]]:
    """Return a letter without its accent; nothing of what is no letter or number."""
    plain = unicodedata.normalize("NFD", letter)
    return [(character, 0) for character in plain if character.isalnum()]
