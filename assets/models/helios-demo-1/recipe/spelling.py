# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Words letter by letter. The word stands in quotes; a word that is no word of the domain may stand bare."""

import string

from question import Question, drawn
from words import NAMES, NOUNS, PLACES, invented_word

LONGEST = 10
# Words that are one token at the start of a line, hence also in quotes: their letters are learnt by heart.
WHOLE_IN_QUOTES = (
    "system user assistant one two three four five six seven eight nine Abril Add Adiós Agosto April August Buenas Buenos Calcula Calculate "
    "Can Convert Convierte Count Cuenta Cuál Cuántas Cuánto Cuántos Cómo December De Deletrea Diciembre Dime El En Enero Febrero February "
    "First Goodbye Gracias Hello Helios Hi Hola How Hoy If January Julio July June Junio La Last March Marzo May Mayo Mes Month Multiplica "
    "Multiply No November Noviembre Number October Octubre Pasa Please Por Primera Pregunta Qué Quién Question Resta September Septiembre Si "
    "Soy Spell Subtract Suma Take Tell Tengo Thanks Thank The Today Un What Which Who Write You"
).split()
_QUOTES = (
    "one two three four five six seven eight nine user assistant system What How Which Who If Today Spell Add Convert Calculate Multiply "
    "Subtract Take Hello Hi Thanks Please Qué Cuánto Cuántos Cuántas Cuál Suma Resta Calcula Convierte Pasa Hola Gracias Deletrea Hoy Si"
).split()
_QUOTES = ('""', '""', '""', '""', "''", "“”", "«»")

_SPELL = {
    "en": "How do you spell {w}?|Spell {w}.|Spell the word {w}.|How is {w} spelled?|How is {w} written?|Spell {w} letter by letter.|Spell: {w}|Can you spell {w}?|Please spell {w}.",
    "es": "¿Cómo se deletrea {w}?|Deletrea {w}.|Deletrea la palabra {w}.|¿Puedes deletrear {w}?|¿Cómo se escribe {w}?|Deletrea {w} letra por letra.|Deletrea: {w}|¿Cómo deletreas {w}?",
}
_COUNT = {
    "en": "How many letters are in {w}?|How many letters does {w} have?|How many letters are there in {w}?|Count the letters in {w}.|Count the letters of {w}.|How many letters are in the word {w}?|How long is the word {w}?",
    "es": "¿Cuántas letras tiene {w}?|¿Cuántas letras hay en {w}?|Cuenta las letras de {w}.|¿Cuántas letras tiene la palabra {w}?|¿Cuántas letras hay en la palabra {w}?|¿De cuántas letras es {w}?",
}
_FIRST = {
    "en": "What is the first letter of {w}?|What letter does {w} start with?|Which letter does {w} begin with?|What's the first letter in {w}?|First letter of {w}|What is the first letter of the word {w}?",
    "es": "¿Cuál es la primera letra de {w}?|¿Con qué letra empieza {w}?|¿Por qué letra empieza {w}?|Primera letra de {w}|¿Cuál es la primera letra de la palabra {w}?|Dime la primera letra de {w}.",
}
_LAST = {
    "en": "What is the last letter of {w}?|What letter does {w} end with?|Which letter does {w} end in?|What's the last letter in {w}?|Last letter of {w}|What is the last letter of the word {w}?",
    "es": "¿Cuál es la última letra de {w}?|¿Con qué letra termina {w}?|¿Por qué letra acaba {w}?|Última letra de {w}|¿Cuál es la última letra de la palabra {w}?|Dime la última letra de {w}.",
}

def ask_to_spell(random, language, unseen):
    word = _word(random, language, unseen)
    return Question("spelling", language, _worded(random, language, _SPELL, word, bare=word not in WHOLE_IN_QUOTES), "-".join(word))


def ask_to_count_letters(random, language, unseen):
    word = _word(random, language, unseen)
    letters = "letters" if language == "en" else "letras"
    return Question("counting letters", language, _worded(random, language, _COUNT, word), f"{'-'.join(word)}: {len(word)} {letters}.")


def ask_first_letter(random, language, unseen):
    word = _word(random, language, unseen)
    answer = f'The first letter is "{word[0]}".' if language == "en" else f'La primera letra es "{word[0]}".'
    return Question("first letter", language, _worded(random, language, _FIRST, word), answer)


def ask_last_letter(random, language, unseen):
    word = _word(random, language, unseen)
    answer = f'The last letter is "{word[-1]}".' if language == "en" else f'La última letra es "{word[-1]}".'
    return Question("last letter", language, _worded(random, language, _LAST, word), answer)


def _word(random, language, unseen):
    return drawn(lambda: _any_word(random, language, unseen), unseen, key=lambda word: ("word", word.lower()))


def _any_word(random, language, unseen):
    """Examined are real words; in training most are made up, so that copying is learnt and not a list."""
    while True:
        kind = random.random()
        if unseen or kind < 0.35:
            word = random.choice(NOUNS[language] if kind < 0.9 else NAMES + PLACES)
        elif kind < 0.65:
            word = invented_word(random, LONGEST)
        elif kind < 0.68:
            word = random.choice(WHOLE_IN_QUOTES)
        else:
            word = "".join(random.choices(string.ascii_lowercase + "ñáéíóú", k=random.randint(2, LONGEST)))
        if not unseen and random.random() < 0.1 and word not in WHOLE_IN_QUOTES:
            word = word.capitalize()
        if len(word) <= LONGEST:
            return word


def _worded(random, language, phrasings, word, bare=False):
    if bare and random.random() < 0.15:
        quoted = word
    else:
        left, right = random.choice(_QUOTES)
        quoted = left + word + right
    return random.choice(phrasings[language].split("|")).format(w=quoted)
