# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Spanish sentences: numbers, times, commands, short statements."""

from numbers_spoken import spanish
from sentence import Sentence, capital

FIXED = """Para.|Empieza.|Pausa.|Continúa.|Cancela.|Repite.|Vuelve atrás.|Vete a casa.|Ayúdame.|Sí, por favor.|Sí, claro.|No, gracias.|Gracias.|Muchas gracias.
Buenos días.|Buenas tardes.|Buenas noches.|Hola.|Hola, ¿cómo estás?|Adiós.|Hasta mañana.|¿Qué hora es?|¿Qué día es hoy?|¿Dónde está la estación?
¿Dónde está la biblioteca?|¿Cuánto cuesta?|¿Cómo estás?|Más alto, por favor.|Más despacio, por favor.|Dilo otra vez.|No entiendo.|Espera un momento.|Ven aquí.|Siéntate.
Levántate.|Silencio.|Despierta.|Duérmete.|Pon música.|Haz una foto.|Mira el tiempo.|Llama a una ambulancia.|Llama a la policía."""
VERB_THINGS = {
    "abre": "la ventana|la puerta|el libro|el menú|el archivo|la caja|la carta|el mapa|las cortinas".split("|"),
    "cierra": "la ventana|la puerta|el libro|el menú|el archivo|la caja|la carta|el mapa|las cortinas".split("|"),
    "enciende": "la luz|la radio|la televisión|la calefacción|el ventilador|el ordenador|la lámpara|la cámara|la alarma".split("|"),
    "apaga": "la luz|la radio|la televisión|la calefacción|el ventilador|el ordenador|la lámpara|la cámara|la alarma".split("|"),
    "lee": "el mensaje|la carta|el libro|la página|el archivo|la lista|el informe".split("|"),
    "borra": "el mensaje|la carta|la página|el archivo|la lista|el informe|la foto".split("|"),
    "guarda": "el mensaje|la página|el archivo|la lista|el informe|la foto|el mapa".split("|"),
    "envía": "el mensaje|la carta|el archivo|la lista|el informe|la foto|el mapa".split("|"),
    "muestra": "el mensaje|el mapa|el menú|la foto|la lista|el informe|el tiempo".split("|"),
    "busca": "el mensaje|el mapa|el menú|la foto|la lista|el informe|el archivo|el libro".split("|"),
    "trae": "el libro|la caja|la carta|el mapa|el agua|el pan|la leche|la silla|la lámpara".split("|"),
    "limpia": "la ventana|la puerta|la cocina|la mesa|la silla|la caja|la lámpara|la cámara".split("|"),
}
ORDINALS = "siguiente última primera segunda tercera".split()
ORDERED = "canción página foto carta lista".split()
COLOURS = {"m": "rojo azul verde amarillo negro blanco".split(), "f": "roja azul verde amarilla negra blanca".split()}
COLOURED = {"m": "coche libro pájaro barco perro".split(), "f": "casa puerta caja flor silla mesa lámpara".split()}
STATES = {"m": "aquí|abierto|cerrado|roto|limpio|listo".split("|"), "f": "aquí|abierta|cerrada|rota|limpia|lista".split("|")}
ARTICLES = {"m": "el", "f": "la"}
PEOPLE = "Ana Pedro María David Laura Tomás Julia Roberto".split()
PLACES = "la cocina|el jardín|la oficina|el dormitorio|la biblioteca|la estación|la escuela|el hospital".split("|")
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
COUNTED = (
    ("manzanas", "f"), ("libros", "m"), ("personas", "f"), ("minutos", "m"), ("días", "m"), ("euros", "m"), ("cartas", "f"), ("fotos", "f"), ("casas", "f"),
    ("coches", "m"), ("pájaros", "m"), ("sillas", "f"), ("páginas", "f"), ("kilómetros", "m"), ("cajas", "f"),
)
NUMBER_FRAMES = """La respuesta es {}.|El número es {}.|Sala {}.|Página {}.|Pon el canal {}.|Abre la página {}.|La puerta {} está cerrada.|La puerta {} está abierta.
Llama al número {}.|El autobús {} llega tarde.|Toma el autobús {}.|La línea {} está lista.|Pon la canción {}.|Ve a la sala {}.|El código es {}.|Lee la página {}.
El resultado es {}.|Mi casa es el número {}.|Mesa {}, por favor.""".replace("\n", "|").split("|")
NOUN_FRAMES = ("El precio es de {} euros.", "Cuesta {} euros.", "Hace {} grados.")
COUNT_FRAMES = """Tengo {}.|Hay {}.|Necesitamos {}.|Ella tiene {}.|Veo {}.|Tráeme {}.|Quieren {}.|Compró {}.""".replace("\n", "|").split("|")
SPANS = (("segundos", "m"), ("minutos", "m"), ("horas", "f"), ("días", "m"), ("semanas", "f"))
TIME_FRAMES = """El tren sale a {}.|La reunión es a {}.|Despiértame a {}.|La tienda abre a {}.|La tienda cierra a {}.|Ven a {}.|El autobús llega a {}.
Pon la alarma a {}.|La cena es a {}.""".replace("\n", "|").split("|")


def any_number(rng):
    return rng.randrange(*rng.choice(((0, 20), (0, 100), (0, 1000), (0, 1000))))


def time_of_day(rng):
    """Written and spoken, with article: las 7:30, las siete y media."""
    hour = rng.randrange(1, 13)
    article = "la" if hour == 1 else "las"
    form, minute = rng.randrange(5), rng.randrange(1, 60)
    if form == 0:
        return f"{article} {hour}", f"{article} {spanish(hour, 'f')}"
    if form == 1:
        return f"{article} {hour}:30", f"{article} {spanish(hour, 'f')} y media"
    if form == 2:
        return f"{article} {hour}:15", f"{article} {spanish(hour, 'f')} y cuarto"
    return f"{article} {hour}:{minute:02}", f"{article} {spanish(hour, 'f')} y {spanish(minute)}"


def number(rng):
    n = any_number(rng)
    return f"{n}.", spanish(n)


def number_sentence(rng):
    if rng.random() < 0.12:
        frame, n = rng.choice(NOUN_FRAMES), max(2, any_number(rng))
        return frame.format(n), frame.format(spanish(n, "m"))
    frame, n = rng.choice(NUMBER_FRAMES), any_number(rng)
    return frame.format(n), frame.format(spanish(n))


def count(rng):
    frame, n, (thing, gender) = rng.choice(COUNT_FRAMES), max(2, any_number(rng)), rng.choice(COUNTED)
    return frame.format(f"{n} {thing}"), frame.format(f"{spanish(n, gender)} {thing}")


def digits(rng):
    drawn = [rng.randrange(10) for _ in range(rng.randrange(3, 7))]
    return ", ".join(map(str, drawn)) + ".", ", ".join(spanish(d) for d in drawn)


def sum_of(rng):
    sign, a, b = rng.choice(("más", "menos", "por")), rng.randrange(100), rng.randrange(100)
    result = {"más": a + b, "menos": a - b, "por": a * b}[sign]
    if not 0 <= result < 1000 or rng.random() < 0.3:
        return f"¿Cuánto es {a} {sign} {b}?", f"¿Cuánto es {spanish(a)} {sign} {spanish(b)}?"
    return f"{a} {sign} {b} son {result}.", f"{spanish(a)} {sign} {spanish(b)} son {spanish(result)}"


def time(rng):
    written, spoken = time_of_day(rng)
    if rng.random() < 0.3:
        verb = "Es" if written.startswith("la ") else "Son"
        return f"{verb} {written}.", f"{verb} {spoken}."
    frame = rng.choice(TIME_FRAMES)
    return frame.format(written), frame.format(spoken)


def timer(rng):
    n, (span, gender) = rng.randrange(2, 100), rng.choice(SPANS)
    frame = rng.choice(("Pon el temporizador a {} {}.", "Espera {} {}.", "Despiértame en {} {}.", "Tarda {} {}."))
    return frame.format(n, span), frame.format(spanish(n, gender), span)


def volume(rng):
    n, thing = rng.randrange(0, 101), rng.choice(("el volumen", "la calefacción", "la luz", "el ventilador"))
    return f"Pon {thing} al {n} por ciento.", f"Pon {thing} al {spanish(n)} por ciento."


def same(text):
    return text, text


def command(rng):
    verb = rng.choice(list(VERB_THINGS))
    please = rng.choice(("", "", "", ", por favor"))
    return same(f"{capital(verb)} {rng.choice(VERB_THINGS[verb])}{please}.")


def ordered(rng):
    verb = rng.choice("pon muestra lee abre envía borra".split())
    return same(f"{capital(verb)} la {rng.choice(ORDINALS)} {rng.choice(ORDERED)}.")


def coloured(rng):
    gender = rng.choice("mf")
    thing = f"{ARTICLES[gender]} {rng.choice(COLOURED[gender])} {rng.choice(COLOURS[gender])}"
    return same(rng.choice((
        f"{capital(thing)} está {rng.choice(STATES[gender])}.", f"{rng.choice(('Toma', 'Busca', 'Muestra', 'Trae'))} {thing}.", f"¿Dónde está {thing}?")))


def people(rng):
    person, place, day = rng.choice(PEOPLE), rng.choice(PLACES), rng.choice(DAYS)
    to_place = "al" + place[2:] if place.startswith("el ") else "a " + place
    return same(rng.choice((
        f"Llama a {person}.", f"Envía el mensaje a {person}.", f"{person} está en {place}.", f"¿Dónde está {person}?", f"{person} viene el {day}.",
        f"Ve {to_place}.", f"Enciende la luz en {place}.", f"Hoy es {day}.", f"La reunión es el {day}.", f"Hasta el {day}.",
        f"Llama a {person} el {day}.", f"{person} llega el {day}.")))


KINDS = ((number, 3), (number_sentence, 4), (count, 3), (digits, 1), (sum_of, 2), (time, 3), (timer, 1), (volume, 1), (command, 3), (ordered, 1), (coloured, 2), (people, 3))


def draw(rng):
    if rng.random() < 0.08:
        text = rng.choice(FIXED.replace("\n", "|").split("|"))
        return Sentence("es", "phrase", text, text, closed=True)
    kind = rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
    written, spoken = kind(rng)
    return Sentence("es", kind.__name__.replace("_of", "").replace("_", " "), written, spoken)
