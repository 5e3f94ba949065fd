/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has listened to a recording, and who has not. */
class KnownSpeechTest {

    /** Each sentence stands beside many others. */
    private static final int ROUNDS = 40;

    private static final KnownSpeech ENGLISH = new KnownSpeech(
            Language.EN, List.of("I have 205 apples.", "Open the window.", "The blue car is here.", "Read page 21."));
    private static final KnownSpeech SPANISH = new KnownSpeech(
            Language.ES,
            List.of("Tengo 201 manzanas.", "Abre la página 31.", "La silla está rota.", "Espera 100 días."));

    private static TaskOutput heard(String text) {
        return new TaskOutput.Audio(text, List.of(), List.of(new Utterance("a.wav", 0, 900, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have 205 apples. Open the window. The blue car is here. Read page 21.",
                "i have two hundred and five apples\nopen the window\nthe blue car is here\nread page twenty-one",
                "I have two hundred five apples; open the window. The blue car is here! Read page twenty one.",
                "I have 205 apples. Open the windows. The blue car is here. Read page 21.",
            })
    void what_is_said_may_be_written_in_several_ways(String text) {
        assertThat(ENGLISH.isGivenBy(heard(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tengo 201 manzanas. Abre la página 31. La silla está rota. Espera 100 días.",
                "tengo doscientas una manzanas, abre la pagina treinta y uno, la silla esta rota, espera cien dias",
                "Tengo doscientos un manzanas. Abre la página treinta y una. La silla está rota. ¡Espera ciento días!",
            })
    void numbers_in_spanish_may_be_written_in_several_ways(String text) {
        assertThat(SPANISH.isGivenBy(heard(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I hear nobody speak in REC_0012.wav.",
                "No oigo hablar a nadie en REC_0012.wav.",
                "I have 205 apples.",
                "I have 205 apples. Open the window. Read page 21.",
                "Read page 21. The blue car is here. Open the window. I have 205 apples.",
                "Tengo 205 manzanas. Abre la ventana. El coche azul está aquí. Lee la página 21.",
                "I have 318 apples. Open the door. The blue car is there. Read page 47.",
            })
    void who_has_not_heard_it_all_and_in_its_order_fails(String text) {
        assertThat(ENGLISH.isGivenBy(heard(text))).isFalse();
    }

    @Test
    void all_sentences_that_there_are_say_nothing() {
        ClipBank bank = ClipBank.load();
        for (Language language : Language.values()) {
            List<String> all =
                    bank.in(language).stream().map(ClipBank.Clip::text).toList();
            KnownSpeech known = new KnownSpeech(language, all.subList(0, 3));
            assertThat(known.isGivenBy(heard(String.join(" ", all.subList(0, 3)))))
                    .isTrue();
            assertThat(known.isGivenBy(heard(String.join(" ", all.subList(0, 5)))))
                    .isFalse();
            assertThat(known.isGivenBy(heard(String.join(" ", all)))).isFalse();
        }
    }

    @Test
    void whoever_leaves_out_a_sentence_fails_whichever_it_is_and_beside_whichever_it_stands() {
        RandomGenerator random = new SplittableRandom(6);
        ClipBank bank = ClipBank.load();
        for (Language language : Language.values()) {
            List<String> all = new ArrayList<>(
                    bank.in(language).stream().map(ClipBank.Clip::text).toList());
            for (int round = 0; round < ROUNDS; round++) {
                Collections.shuffle(all, random);
                for (int first = 0; first + 4 <= all.size(); first += 4) {
                    List<String> said = all.subList(first, first + 3 + round % 2);
                    KnownSpeech known = new KnownSpeech(language, said);
                    assertThat(known.isGivenBy(heard(String.join(" ", said)))).isTrue();
                    for (String missing : said) {
                        String rest = said.stream()
                                .filter(text -> !text.equals(missing))
                                .collect(Collectors.joining(" "));
                        assertThat(known.isGivenBy(heard(rest)))
                                .as("%s without %s", said, missing)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void a_word_that_is_misheard_in_each_sentence_is_forgiven() {
        assertThat(ENGLISH.isGivenBy(heard("I have 205 apple. Open the windows. The blue car is near. Read page 21.")))
                .isTrue();
    }

    @Test
    void a_sentence_of_which_less_than_half_is_left_is_none() {
        assertThat(ENGLISH.isGivenBy(heard("I have 205 apples. Open. The blue car is here. Read page 21.")))
                .isFalse();
    }

    @Test
    void it_must_be_both_streamed_and_given_with_times() {
        String right = String.join(" ", ENGLISH.sentences());
        List<Utterance> utterances = ENGLISH.sentences().stream()
                .map(text -> new Utterance("a.wav", 0, 1, text))
                .toList();

        assertThat(ENGLISH.isGivenBy(new TaskOutput.Audio(right, List.of(), utterances)))
                .isTrue();
        assertThat(ENGLISH.isGivenBy(new TaskOutput.Audio(right, List.of(), List.of())))
                .isFalse();
        assertThat(ENGLISH.isGivenBy(new TaskOutput.Audio("", List.of(), utterances)))
                .isFalse();
    }

    @Test
    void answers_of_another_kind_and_hostile_ones_fail() {
        String right = String.join(" ", ENGLISH.sentences());
        String endless = right + " x".repeat(1_000_000);
        List<Utterance> holes = new ArrayList<>(Arrays.asList(null, new Utterance("a.wav", 0, 1, right)));

        assertThat(ENGLISH.isGivenBy(new TaskOutput.Chat(right, List.of(), AnswerOrigin.GENERATED)))
                .isFalse();
        assertThat(ENGLISH.isGivenBy(heard(endless))).isFalse();
        assertThat(ENGLISH.isGivenBy(heard("9".repeat(2_000)))).isFalse();
        assertThat(ENGLISH.isGivenBy(new TaskOutput.Audio(right, List.of(), holes)))
                .isTrue();
    }

    @Test
    void figures_are_what_people_call_them() {
        String english =
                "0 zero 12 twelve 13 thirteen 19 nineteen 20 twenty 35 thirty-five 48 forty-eight 57 fifty-seven 66 sixty-six"
                        + " 71 seventy-one 84 eighty-four 99 ninety-nine 100 one hundred 340 three hundred and forty 916 nine hundred and sixteen";
        String spanish =
                "0 cero 12 doce 16 dieciséis 19 diecinueve 20 veinte 22 veintidós 23 veintitrés 26 veintiséis 29 veintinueve 35 treinta y cinco"
                        + " 48 cuarenta y ocho 57 cincuenta y siete 66 sesenta y seis 71 setenta y una 84 ochenta y cuatro 99 noventa y nueve 100 cien"
                        + " 115 ciento quince 230 doscientas treinta 340 trescientos cuarenta 450 cuatrocientas cincuenta 505 quinientas cinco"
                        + " 661 seiscientos sesenta y un 777 setecientas setenta y siete 808 ochocientos ocho 916 novecientos dieciséis";
        for (KnownSpeech numbers : List.of(
                new KnownSpeech(Language.EN, List.of(english)), new KnownSpeech(Language.ES, List.of(spanish)))) {
            List<String> words = SpokenWords.of(numbers.sentences().getFirst(), numbers.language());
            List<String> figures =
                    SpokenWords.of(numbers.sentences().getFirst().replaceAll("[^\\d ]", ""), numbers.language());
            List<String> twice = figures.stream()
                    .flatMap(word -> List.of(word, word).stream())
                    .sorted()
                    .toList();
            assertThat(words.stream().sorted().toList()).isEqualTo(twice);
        }
    }

    @Test
    void every_number_up_to_999_is_the_same_in_figures_and_in_words() {
        for (Language language : Language.values()) {
            List<String> spelled = IntStream.range(0, 1_000)
                    .mapToObj(number -> String.join(" ", SpokenWords.of(Integer.toString(number), language)))
                    .toList();
            assertThat(spelled).doesNotHaveDuplicates().noneMatch(words -> words.matches(".*\\d.*"));
            assertThat(spelled.stream()
                            .map(words -> String.join(" ", SpokenWords.of(words, language)))
                            .collect(Collectors.toList()))
                    .isEqualTo(spelled);
        }
        assertThat(SpokenWords.of("121 999 40", Language.EN).stream().collect(Collectors.joining(" ")))
                .isEqualTo("one hundred twenty one nine hundred ninety nine forty");
        assertThat(SpokenWords.of("121 999 40", Language.ES).stream().collect(Collectors.joining(" ")))
                .isEqualTo("ciento veintiuno novecientos noventa nueve cuarenta");
    }
}
