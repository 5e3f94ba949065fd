/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Invented facts, of which there are so many that none comes twice in a worker's life. Names are in letters that every font has. Pure. */
enum Facts {
    MONEY {
        @Override
        String draw(Language language, RandomGenerator random) {
            String amount = "%d.%02d".formatted(random.nextInt(2, 980), 5 * random.nextInt(20));
            return language == Language.ES ? amount.replace('.', ',') + " euros" : amount + " pounds";
        }
    },
    COUNT {
        @Override
        String draw(Language language, RandomGenerator random) {
            return Integer.toString(random.nextInt(13, 998));
        }
    },
    CLOCK {
        @Override
        String draw(Language language, RandomGenerator random) {
            return "%02d:%02d".formatted(random.nextInt(6, 23), random.nextInt(60));
        }
    },
    PERSON {
        @Override
        String draw(Language language, RandomGenerator random) {
            return oneOf(FIRST_NAMES, random) + " " + surname(random);
        }
    },
    STREET {
        @Override
        String draw(Language language, RandomGenerator random) {
            int number = random.nextInt(1, 300);
            return language == Language.ES
                    ? "calle " + surname(random) + " " + number
                    : number + " " + surname(random) + " Street";
        }
    },
    PHONE {
        @Override
        String draw(Language language, RandomGenerator random) {
            return "%03d %04d".formatted(random.nextInt(200, 1_000), random.nextInt(10_000));
        }
    },
    YEAR {
        @Override
        String draw(Language language, RandomGenerator random) {
            return Integer.toString(random.nextInt(1_780, 2_020));
        }
    };

    private static final List<String> FIRST_NAMES = List.of(
            "Alma", "Bruno", "Clara", "Daniel", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Karla", "Leon",
            "Marta", "Nora", "Oscar", "Paula", "Rosa", "Simon", "Teresa", "Victor");
    private static final List<String> BEGINNINGS = List.of(
            "Bar", "Bel", "Cor", "Dal", "Fer", "Gar", "Hol", "Kar", "Lan", "Mar", "Nor", "Pel", "Ral", "Sol", "Tor",
            "Val");
    private static final List<String> MIDDLES = List.of("a", "e", "i", "o", "an", "en", "in", "on", "er", "ar");
    private static final List<String> ENDS =
            List.of("da", "dell", "gren", "lino", "mond", "nez", "rick", "sen", "stad", "ton", "vale", "vik");

    abstract String draw(Language language, RandomGenerator random);

    /** One of 1,920 that sound like names. */
    static String surname(RandomGenerator random) {
        return oneOf(BEGINNINGS, random) + oneOf(MIDDLES, random) + oneOf(ENDS, random);
    }

    /** The name of a file as people and their devices make them. */
    static String fileName(String extension, RandomGenerator random) {
        return name("scan_", "IMG_", extension, random);
    }

    /** The name of a recording, likewise. */
    static String recordingName(String extension, RandomGenerator random) {
        return name("REC_", "Voice ", extension, random);
    }

    private static String name(String one, String other, String extension, RandomGenerator random) {
        String name = switch (random.nextInt(4)) {
            case 0 -> one + "%04d".formatted(random.nextInt(10_000));
            case 1 -> surname(random).toLowerCase(Locale.ROOT) + "-" + random.nextInt(2_008, 2_027);
            case 2 -> other + "%04d".formatted(random.nextInt(10_000));
            default -> surname(random) + " " + random.nextInt(1, 40);
        };
        return name + "." + extension;
    }

    static <T> T oneOf(List<T> some, RandomGenerator random) {
        return some.get(random.nextInt(some.size()));
    }
}
