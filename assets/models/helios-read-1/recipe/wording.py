# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Texts of lines: sentences of mixed words, figures of all kinds, and random letters, so that letters are learned and not words."""

from alphabet import ASCII, CHARACTERS, NEIGHBOURS, SIGNS, SPANISH
from words import ACCENTED, FREQUENT, LISTED

_ACCENTED_FORMS = {"a": "áàâäãå", "e": "éèêë", "i": "íìîï", "o": "óòôöõø", "u": "úùûü", "n": "ñ", "c": "ç", "y": "ÿ", "s": "ß"}
_FORMS = _ACCENTED_FORMS | {base.upper(): forms.upper().replace("SS", "") for base, forms in _ACCENTED_FORMS.items() if base != "s"}
_PAIRS = {"en": ("“”", "‘’", '""', "()", "[]", "''"), "es": ("«»", "“”", "()", '""', "¿?", "¡!", "¿?", "¡!")}


def _word(random, language):
    share = random.random()
    if share < 0.4:
        return random.choice(FREQUENT[language])
    if share < 0.6 and ACCENTED[language]:
        return random.choice(ACCENTED[language])
    return random.choice(LISTED[language])


def _cased(random, text):
    share = random.random()
    return text.upper() if share < 0.14 else text.title() if share < 0.2 else text


def _strewn(random, text):
    """Now and then another letter of the same base, as neighbours write."""
    return "".join(random.choice(_FORMS[letter]) if letter in _FORMS and random.random() < 0.12 else letter for letter in text)


def _sentence(random, language, length):
    words = []
    while sum(map(len, words)) + len(words) < length:
        word = _word(random, language)
        share = random.random()
        if share < 0.06:
            word = figures(random)
        elif share < 0.14:
            word = word + random.choice(",,,;:.")
        elif share < 0.2:
            pair = random.choice(_PAIRS[language])
            word = pair[0] + word + pair[1]
        elif share < 0.23:
            words.append(random.choice("–—-&/·•"))
        elif share < 0.26:
            word = word + random.choice("'-’") + _word(random, language)
        words.append(word)
    text = " ".join(words)
    if random.random() < 0.5:
        text = text[0].upper() + text[1:]
    if language == "es" and random.random() < 0.3:
        opening, closing = random.choice(("¿?", "¡!"))
        text = opening + text + closing
    elif random.random() < 0.4:
        text += random.choice("...?!:…")
    return _cased(random, text)


def figures(random):
    n, few = random.randrange, random.randrange(1, 1000)
    kind = n(14)
    name, site = (random.choice(LISTED["en"]).lower().replace("'s", "") for _ in range(2))
    site += random.choice((".com", ".es", ".org", ".net"))
    return [
        lambda: f"{n(1, 32)}{random.choice('/-.')}{n(1, 13):02}{random.choice('/-.')}{n(1900, 2100)}",
        lambda: f"{random.choice('$€£')}{few},{n(1000):03}.{n(100):02}",
        lambda: f"{n(100)}.{n(1000):03},{n(100):02} {random.choice('€$')}",
        lambda: f"{n(24):02}:{n(60):02}{random.choice(['', ' h', ' am', ' PM', f':{n(60):02}'])}",
        lambda: f"{name}{random.choice('._-')}{random.choice(FREQUENT['en']).lower()}@{site}",
        lambda: f"{random.choice(['www.', 'https://', 'http://www.'])}{site}/{random.choice(FREQUENT['es'])}",
        lambda: f"+{n(1, 99)} {n(100, 1000)} {n(100, 1000)} {n(100, 1000)}",
        lambda: f"{n(101)}{random.choice(['%', ' %', '°', ' °C', 'º', 'ª', ' km', ' kg', ' m', '½', '¼', ' µm', '×' + str(n(10))])}",
        lambda: f"{random.choice('ABCDEFGHKLMNPRSTXZ')}{n(10)}{random.choice('-/')}{n(10**6)}",
        lambda: str(n(10 ** n(1, 10))),
        lambda: f"({n(100)}) {n(100)}{random.choice(' +-×=<>±/')}{n(1000)}",
        lambda: f"{random.choice(['No.', 'N.º', 'Nº', '#', '§', 'p.', 'pág.', '§ '])} {n(1000)}{random.choice(['', ',', ';', 'ª', 'º', '®', '™', '©'])}",
        lambda: f"{n(1, 10)}.{n(1, 20)} {random.choice(FREQUENT['es'])}",
        lambda: f"© {n(1980, 2030)} {random.choice(LISTED['en'])}{random.choice(['®', '™', ' Ltd.', ', S.A.', ' S.L.'])}",
    ][kind]()


def _letters(random, length):
    """Random characters, the rare ones as often as the frequent ones."""
    pools = random.choices((ASCII, SPANISH, SIGNS, NEIGHBOURS, CHARACTERS), (4, 3, 1, 2, 1), k=length)
    return "".join(random.choice(pool) + random.choice(("", "", "", "", " ")) for pool in pools).strip()


def text(random):
    """The text of one line, 1 to about 60 characters."""
    length = min(1 + int(random.expovariate(1 / 13)), 60) if random.random() < 0.85 else random.randrange(20, 60)
    share = random.random()
    if share < 0.36:
        line = _sentence(random, "en", length)
    elif share < 0.74:
        line = _sentence(random, "es", length)
    elif share < 0.8:
        line = _strewn(random, _sentence(random, random.choice(("en", "es")), length))
    elif share < 0.91:
        line = figures(random)
    else:
        line = _letters(random, min(length, 20))
    return " ".join(line[:62].split())
