# Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt.
"""Plain word lists: what is spelt, and what questions outside the domain are about."""

NOUNS = {
    "en": """apple bread bridge castle river mountain garden window kitchen teacher doctor farmer engine rocket planet ocean forest
 desert island village market library museum theatre guitar violin piano trumpet drum camera mirror candle pencil paper
 basket bottle carpet curtain pillow blanket jacket shirt button pocket hammer ladder shovel bucket wheel bicycle tractor
 train ship airplane helicopter submarine horse donkey rabbit squirrel tiger elephant giraffe dolphin whale shark salmon
 eagle sparrow pigeon spider butterfly beetle onion carrot potato tomato cucumber pepper garlic lemon orange banana cherry
 grape peach walnut honey butter cheese yoghurt coffee sugar flour noodle soup salad pizza cake cookie chocolate king queen
 prince soldier sailor pilot singer painter writer lawyer judge nurse baker butcher president government election law
 democracy economy bank money tax price inflation war peace treaty empire revolution religion philosophy poem novel song
 opera film painting statue cathedral pyramid language grammar dictionary mathematics physics chemistry biology atom
 molecule electron gravity light sound heat energy electricity magnet battery computer keyboard software program internet
 website password robot satellite telescope microscope vaccine virus bacteria cancer heart brain lung liver bone muscle
 blood skin tooth eye medicine headache fever football tennis chess swimming marathon champion stadium goal referee
 weather storm thunder lightning cloud snow hurricane earthquake volcano glacier climate temperature moon star galaxy
 universe comet dinosaur fossil diamond gold silver copper iron marble plastic glass cotton wool leather friend brother
 sister mother father cousin neighbour wedding birthday holiday passport ticket hotel restaurant airport station taxi
 bus tram tunnel harbour lighthouse anchor compass map ghost dragon wizard unicorn mermaid pirate treasure secret dream
 fear love happiness anger wisdom truth freedom justice history future memory idea question problem method theory""",
    "es": """manzana pan puente castillo río montaña jardín ventana cocina maestro médico granjero motor cohete planeta océano bosque
 desierto isla pueblo mercado biblioteca museo teatro guitarra violín piano trompeta tambor cámara espejo vela lápiz papel
 cesta botella alfombra cortina almohada manta chaqueta camisa botón bolsillo martillo escalera pala cubo rueda bicicleta
 tractor tren barco avión helicóptero submarino caballo burro conejo ardilla tigre elefante jirafa delfín ballena tiburón
 salmón águila gorrión paloma araña mariposa escarabajo cebolla zanahoria patata tomate pepino pimiento ajo limón naranja
 plátano cereza uva melocotón nuez miel mantequilla queso yogur café azúcar harina fideo sopa ensalada pizza pastel galleta
 chocolate rey reina príncipe soldado marinero piloto cantante pintor escritor abogado juez enfermera panadero carnicero
 presidente gobierno elección ley democracia economía banco dinero impuesto precio inflación guerra paz tratado imperio
 revolución religión filosofía poema novela canción ópera película cuadro estatua catedral pirámide idioma gramática
 diccionario matemáticas física química biología átomo molécula electrón gravedad luz sonido calor energía electricidad
 imán batería ordenador teclado programa internet contraseña robot satélite telescopio microscopio vacuna virus bacteria
 cáncer corazón cerebro pulmón hígado hueso músculo sangre piel diente ojo medicina fiebre fútbol tenis ajedrez natación
 maratón campeón estadio gol árbitro tiempo tormenta trueno relámpago nube nieve huracán terremoto volcán glaciar clima
 temperatura luna estrella galaxia universo cometa dinosaurio fósil diamante oro plata cobre hierro mármol plástico vidrio
 algodón lana cuero amigo hermano hermana madre padre primo vecino boda cumpleaños vacaciones pasaporte billete hotel
 restaurante aeropuerto estación taxi autobús tranvía túnel puerto faro ancla brújula mapa fantasma dragón mago unicornio
 sirena pirata tesoro secreto sueño miedo amor felicidad rabia sabiduría verdad libertad justicia historia futuro memoria
 idea pregunta problema método teoría niño señor cigüeña pingüino otoño baño caña muñeca piña""",
}
NOUNS = {language: text.split() for language, text in NOUNS.items()}

NAMES = """Ada Albert Alice Ana Anna Antonio Beatriz Carlos Carmen Charles Clara Daniel David Diego Elena Elvis Emma Einstein Fernando
 Francisco Galileo George Gloria Hamlet Hannah Helena Hugo Isaac Isabel Jack James Javier John Jorge José Juan Julia Kafka
 Laura Leonardo Lorca Lucía Luis Madonna Manuel Marco María Mario Marta Martin Mary Michael Miguel Mozart Napoleon Neruda
 Newton Olga Oscar Pablo Paul Pedro Peter Picasso Rosa Sara Shakespeare Sofia Teresa Tesla Thomas Tom Victor Walter""".split()

PLACES = """Africa Alaska Amazonas América Argentina Asia Athens Atlantis Australia Austria Barcelona Beijing Berlin Bolivia Boston Brasil
 Bruselas Budapest Cairo California Canada Chicago Chile China Colombia Cuba Denmark Dublin Ecuador Egypt England España
 Europe Finland Florence Florida France Francia Geneva Germany Granada Greece Iceland India Ireland Italia Japan Kenya Lima
 Lisboa London Londres Madrid Malta Mars Mexico México Moscow Munich Nepal Norway Oslo Panama Paris Perú Poland Portugal
 Praga Quito Roma Rome Russia Scotland Sevilla Spain Sweden Sydney Texas Tokyo Toledo Turkey Venezuela Venice Vienna
 Zaragoza""".split()

ADJECTIVES = {
    "en": """big small old new good bad fast slow hot cold red blue green happy sad famous rich poor strong weak dark bright cheap
 expensive dangerous beautiful strange quiet loud deep tall heavy empty broken ancient modern""".split(),
    "es": """grande pequeño viejo nuevo bueno malo rápido lento caliente frío rojo azul verde feliz triste famoso rico pobre fuerte
 débil oscuro brillante barato caro peligroso hermoso raro tranquilo ruidoso profundo alto pesado vacío roto antiguo
 moderno""".split(),
}

VERBS = {
    "en": """make build cook buy sell find write draw paint fix clean open close break learn teach read play sing dance run jump
 climb swim fly drive ride invent discover explain describe understand remember forget love hate""".split(),
    "es": """hacer construir cocinar comprar vender encontrar escribir dibujar pintar arreglar limpiar abrir cerrar romper aprender
 enseñar leer jugar cantar bailar correr saltar escalar nadar volar conducir montar inventar descubrir explicar describir
 entender recordar olvidar amar odiar""".split(),
}

_ONSETS = "b br c ch cl cr d dr f fl g gr h j k l ll m n p pl pr qu r s sh st t th tr v w x y z ñ".split() + [""] * 4
_VOWELS = "a e i o u a e i o u ea ou ai ie á é í ó ú".split()
_CODAS = "n r s l t d m ck nd st x ng".split() + [""] * 10


def invented_word(random, longest):
    """A pronounceable word that is in no list, of 2 to `longest` letters."""
    word = ""
    for _ in range(random.randint(1, 4)):
        word += random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
    word = word[:longest]
    return word if len(word) >= 2 else invented_word(random, longest)
