"""What CLDR does not know of dates: the form of a month after "the beginning of", how the first of a month is written.

After the Interinstitutional Style Guide and the languages' own grammars; a language not named here is as CLDR has it.
"""

from collections.abc import Mapping

from babel import Locale
from babel.dates import format_date, format_skeleton

from instrumentarium.model.fields import first_day, has_day

# The genitive of the months, where CLDR has it in no form.
_MONTHS_OF = {
    "et": "jaanuari veebruari märtsi aprilli mai juuni juuli augusti septembri oktoobri novembri detsembri",
    "lv": "janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra",
    "sl": "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
}
_IRISH = (
    *("mhí Eanáir", "mhí Feabhra", "mhí an Mhárta", "mhí Aibreáin", "mhí na Bealtaine", "mhí an Mheithimh"),
    *("mhí Iúil", "mhí Lúnasa", "mhí Mheán Fómhair", "mhí Dheireadh Fómhair", "mhí na Samhna", "mhí na Nollag"),
)
MONTHS_OF: Mapping[str, tuple[str, ...]] = {
    **{code: tuple(months.split()) for code, months in _MONTHS_OF.items()},
    "ga": _IRISH,
}
_MONTH_AND_YEAR = {"lv": "y. 'gada' LLLL"}
FIRST_OF_MONTH: Mapping[str, str] = {"fr": "1er", "it": "1º"}
"""How the number of the first day of a month is written."""


def date(date: str, locale: Locale, /) -> str:
    """Return a day or a month: "22 July 2024", "December 2024"."""
    day = first_day(date)
    if has_day(date):
        told = str(format_date(day, "long", locale))
        first = FIRST_OF_MONTH.get(locale.language)
        return told.replace("1", first, 1) if first and day.day == 1 else told
    if pattern := _MONTH_AND_YEAR.get(locale.language):
        return str(format_date(day, pattern, locale))
    return str(format_skeleton("yMMMM", day, locale=locale))


def name_of_month(date: str, locale: Locale, /, *, is_short: bool = False) -> str:
    """Return the name of a month alone: "December", "Dec"."""
    return str(locale.months["stand-alone"]["abbreviated" if is_short else "wide"][first_day(date).month])


def names_of_months(locale: Locale, /) -> list[list[str]]:
    """Return every name of each month, whole and abbreviated, in each case: ["december", "dec."]."""
    genitives = MONTHS_OF.get(locale.language)
    found = []
    for number in range(1, 13):
        names = [genitives[number - 1]] if genitives else []
        for context in ("format", "stand-alone"):
            names += (locale.months[context][width][number] for width in ("wide", "abbreviated"))
        found.append(list(dict.fromkeys(names)))
    return found


def month(date: str, locale: Locale, /) -> Mapping[str, str]:
    """Return a month's name alone, its form after "the beginning of", and the year, by their placeholders."""
    day = first_day(date)
    genitives = MONTHS_OF.get(locale.language)
    return {
        "month": locale.months["stand-alone"]["wide"][day.month],
        "month_of": genitives[day.month - 1] if genitives else locale.months["format"]["wide"][day.month],
        "year": str(day.year),
    }
