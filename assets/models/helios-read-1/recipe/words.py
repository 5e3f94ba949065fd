# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Words to make lines of: frequent ones, written down here, and the word lists of Debian's packages wamerican and wspanish."""

import zlib
from pathlib import Path

from alphabet import writable

_LISTS = {"en": Path("/usr/share/dict/american-english"), "es": Path("/usr/share/dict/spanish")}
FREQUENT = {
    "en": """the of and to in a is that for it was on with as be at by this had not are but from or have an they which one you were all her she there
would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first
then do any like my now over such our man me even most made after also did many off before must well back through years where much your way down should
because long each just those people how too little state good very make world still see own work men day get here old life both between being under three
never know same last another while us might great go come since against right came take used himself few house use place during high without again home
around small however found part school once general upon every left number course until always away something fact though water less public put think
almost hand enough far took head yet system better set told nothing night end why called didn't eyes find going look asked later point knew next city
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
page chapter invoice total amount date name address street phone order price tax report figure table email open close save print help file""".split(),
    "es": """el la de que y a en un ser se no haber por con su para como estar tener le lo todo pero más hacer o poder decir este ir otro ese si me ya ver
porque dar cuando él muy sin vez mucho saber qué sobre mi alguno mismo yo también hasta año dos querer entre así primero desde grande eso ni nos llegar
pasar tiempo ella sí día uno bien poco deber entonces poner cosa tanto hombre parecer nuestro tan donde ahora parte después vida quedar siempre creer
hablar llevar dejar nada cada seguir menos nuevo encontrar algo sólo pues mujer casa mundo país lugar estado ciudad trabajo mañana niño niña señor señora
español España año años pequeño montaña otoño cariño sueño compañía teléfono dirección número página capítulo información atención habitación corazón
canción razón también además quizá todavía aquí allí allá ahí cómo cuándo dónde cuál quién está están será había tenía podía decía después según jamás
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
café té árbol lápiz inglés francés alemán japonés música público último único rápido fácil difícil útil importe factura fecha calle avenida código
pingüino vergüenza cigüeña bilingüe lingüística antigüedad averigüe ñandú ñoño mamá papá sofá bebé menú Perú Bogotá México Málaga Cádiz Córdoba León
guía mío tío río frío baúl país maíz raíz leído oído caída vacío policía energía economía historia gracias hola adiós usted ustedes nosotros""".split(),
}


def kept_for_examination(word):
    """One word in ten of the lists, by its hash."""
    return zlib.crc32(word.lower().encode()) % 10 == 0


def _listed(language):
    words = _LISTS[language].read_text(encoding="utf-8", errors="ignore").split()
    return [word for word in words if writable(word) and len(word) <= 18]


LISTED = {language: [word for word in _listed(language) if not kept_for_examination(word)] for language in _LISTS}
UNSEEN = {language: [word for word in _listed(language) if kept_for_examination(word)] for language in _LISTS}
ACCENTED = {"en": [], "es": [word for word in LISTED["es"] if not word.isascii()]}
