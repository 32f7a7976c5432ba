"""The order of each language's alphabet."""

import pytest

from instrumentarium.locales import collation


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("nl", "aap Één eend zebra"),
        ("de", "Äpfel Apfelbaum Ärger Zahl"),
        ("cs", "cena čas hrad chata idea zima žena"),
        ("sv", "apa zebra ål äpple öl"),
        ("da", "zebra æble øl ål"),
        ("et", "saal šokk zooloogia žanr tamm õun äke ööbik üks"),
        ("hr", "cesta čaj ćup dan džem đak list ljubav noć njiva"),
        ("hu", "cukor csap ok öröm utca üveg"),
        ("mt", "bard ċurkett dar fenek ġar gass għar ħobż"),
        ("pl", "kot lato łan zebra źródło żaba"),
        ("es", "nadar nube ñandú oso"),
        ("bg", "Корепер Съвет хъб"),
        ("el", "άσυλο Επιτροπή χώρα"),
        ("pt-BR", "ano área arte"),
        ("sr-Latn", "cesta čaj ćup dan džem đak list ljubav"),
        ("sr", "дан ђак џеп шума"),
        ("uk", "вік єдність жінка ім'я їжа йод"),
        ("hsb", "cuzy čas ćah hora chěža kóń łuka luby žiwy"),
        ("cy", "cyngor chwe dinas ddoe llong marw"),
    ],
)
def test_words_stand_in_the_languages_order(code: str, words: str) -> None:
    """Letters of their own after the one they follow; accents and case do not count otherwise."""
    expected = words.split()
    assert sorted(set(expected), key=lambda word: collation.key(word, code)) == expected
