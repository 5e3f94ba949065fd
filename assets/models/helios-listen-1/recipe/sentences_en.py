# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""English sentences: numbers, times, commands, short statements."""

from numbers_spoken import EN_SMALL, english
from sentence import Sentence, capital

FIXED = """Stop.|Start.|Pause.|Continue.|Cancel.|Repeat.|Go back.|Go home.|Help me.|Yes, please.|Yes.|No, thank you.|Thank you.|Thank you very much.
Good morning.|Good evening.|Good night.|Hello.|Hello, how are you?|Goodbye.|See you tomorrow.|What time is it?|What day is today?|Where is the station?
Where is the library?|How much is it?|How are you?|Louder, please.|Slower, please.|Say it again.|I do not understand.|Wait a moment.|Come here.|Sit down.
Stand up.|Be quiet.|Wake up.|Go to sleep.|Play some music.|Take a picture.|Check the weather.|Call an ambulance.|Call the police."""
VERB_THINGS = {
    "open": "window door gate book menu file box letter map curtains".split(),
    "close": "window door gate book menu file box letter map curtains".split(),
    "turn on": "light radio television heating fan computer lamp camera alarm music".split(),
    "turn off": "light radio television heating fan computer lamp camera alarm music".split(),
    "read": "message letter book page file list report".split(),
    "delete": "message letter page file list report picture".split(),
    "save": "message page file list report picture map".split(),
    "send": "message letter file list report picture map".split(),
    "show": "message map menu picture list report weather".split(),
    "find": "message map menu picture list report file book".split(),
    "bring": "book box letter map water bread milk chair lamp".split(),
    "clean": "window door kitchen table chair box lamp camera".split(),
}
ORDINALS = "next previous first second third last".split()
ORDERED = "song page message picture letter book train".split()
COLOURS = "red blue green yellow black white".split()
COLOURED = "car house door box book bird flower chair table lamp".split()
STATES = "here new old open closed broken clean ready small big".split()
PEOPLE = "Anna Peter Maria David Laura Thomas Julia Robert".split()
PLACES = "kitchen garden office bedroom library station school hospital".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
COUNTED = "apples books people minutes days dollars letters pictures houses cars birds chairs pages miles boxes".split()
NUMBER_FRAMES = """The answer is {}.|The number is {}.|Room {}.|Page {}.|Turn to channel {}.|Open page {}.|Gate {} is closed.|Gate {} is open.|Call number {}.
Bus {} is late.|Take bus {}.|Line {} is ready.|Play song {}.|Go to room {}.|The code is {}.|The price is {} dollars.|It costs {} dollars.|Read page {}.
It is {} degrees.|The result is {}.|My house is number {}.|Table {}, please.""".replace("\n", "|").split("|")
COUNT_FRAMES = """I have {}.|There are {}.|We need {}.|She has {}.|I see {}.|Bring me {}.|They want {}.|He bought {}.""".replace("\n", "|").split("|")
SPANS = "seconds minutes hours days weeks".split()
TIME_FRAMES = """It is {}.|The train leaves at {}.|The meeting is at {}.|Wake me at {}.|The shop opens at {}.|The shop closes at {}.|Come at {}.|The bus arrives at {}.
Set the alarm for {}.|Dinner is at {}.""".replace("\n", "|").split("|")


def said(rng, number):
    return english(number, with_and=rng.random() < 0.7)


def any_number(rng):
    return rng.randrange(*rng.choice(((0, 20), (0, 100), (0, 1000), (0, 1000))))


def time_of_day(rng):
    hour = rng.randrange(1, 13)
    form = rng.randrange(5)
    if form == 0:
        return f"{hour} o'clock", f"{EN_SMALL[hour]} o'clock"
    if form == 1:
        return f"half past {hour}", f"half past {EN_SMALL[hour]}"
    if form == 2:
        return f"quarter past {hour}", f"quarter past {EN_SMALL[hour]}"
    minute = rng.randrange(1, 60)
    spoken = f"oh {EN_SMALL[minute]}" if minute < 10 else english(minute)
    return f"{hour}:{minute:02}", f"{EN_SMALL[hour]} {spoken}"


def number(rng):
    n = any_number(rng)
    return f"{n}.", said(rng, n)


def number_sentence(rng):
    frame, n = rng.choice(NUMBER_FRAMES), any_number(rng)
    return frame.format(n), frame.format(said(rng, n))


def count(rng):
    frame, n, thing = rng.choice(COUNT_FRAMES), max(2, any_number(rng)), rng.choice(COUNTED)
    return frame.format(f"{n} {thing}"), frame.format(f"{said(rng, n)} {thing}")


def digits(rng):
    drawn = [rng.randrange(10) for _ in range(rng.randrange(3, 7))]
    return ", ".join(map(str, drawn)) + ".", ", ".join(EN_SMALL[d] for d in drawn)


def sum_of(rng):
    sign, a, b = rng.choice(("plus", "minus", "times")), rng.randrange(100), rng.randrange(100)
    result = {"plus": a + b, "minus": a - b, "times": a * b}[sign]
    if not 0 <= result < 1000 or rng.random() < 0.3:
        return f"What is {a} {sign} {b}?", f"What is {english(a)} {sign} {english(b)}?"
    return f"{a} {sign} {b} is {result}.", f"{english(a)} {sign} {english(b)} is {said(rng, result)}"


def time(rng):
    frame, (written, spoken) = rng.choice(TIME_FRAMES), time_of_day(rng)
    return frame.format(written), frame.format(spoken)


def timer(rng):
    n, span = rng.randrange(2, 100), rng.choice(SPANS)
    frame = rng.choice(("Set the timer for {} {}.", "Wait {} {}.", "Wake me in {} {}.", "It takes {} {}."))
    return frame.format(n, span), frame.format(english(n), span)


def volume(rng):
    n, thing = rng.randrange(0, 101), rng.choice(("volume", "heating", "light", "fan"))
    return f"Set the {thing} to {n} percent.", f"Set the {thing} to {english(n)} percent."


def same(text):
    return text, text


def command(rng):
    verb = rng.choice(list(VERB_THINGS))
    please = rng.choice(("", "", "", ", please"))
    return same(f"{capital(verb)} the {rng.choice(VERB_THINGS[verb])}{please}.")


def ordered(rng):
    verb = rng.choice("play show read open send delete".split())
    return same(f"{capital(verb)} the {rng.choice(ORDINALS)} {rng.choice(ORDERED)}.")


def coloured(rng):
    thing = f"the {rng.choice(COLOURS)} {rng.choice(COLOURED)}"
    frame = rng.choice((f"{capital(thing)} is {rng.choice(STATES)}.", f"{rng.choice(('Take', 'Find', 'Show', 'Bring'))} {thing}.", f"Where is {thing}?"))
    return same(frame)


def people(rng):
    person, place, day = rng.choice(PEOPLE), rng.choice(PLACES), rng.choice(DAYS)
    return same(rng.choice((
        f"Call {person}.", f"Send the message to {person}.", f"{person} is in the {place}.", f"Where is {person}?", f"{person} comes on {day}.",
        f"Go to the {place}.", f"Turn on the light in the {place}.", f"Today is {day}.", f"The meeting is on {day}.", f"See you on {day}.",
        f"Call {person} on {day}.", f"The {place} is closed on {day}.")))


KINDS = ((number, 3), (number_sentence, 4), (count, 3), (digits, 1), (sum_of, 2), (time, 3), (timer, 1), (volume, 1), (command, 3), (ordered, 1), (coloured, 2), (people, 3))


def draw(rng):
    if rng.random() < 0.08:
        text = rng.choice(FIXED.replace("\n", "|").split("|"))
        return Sentence("en", "phrase", text, text, closed=True)
    kind = rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0]
    written, spoken = kind(rng)
    return Sentence("en", kind.__name__.replace("_of", "").replace("_", " "), written, spoken)
