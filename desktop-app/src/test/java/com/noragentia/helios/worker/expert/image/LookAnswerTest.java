/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Absence;
import com.noragentia.helios.protocol.task.TaskInput.Combined;
import com.noragentia.helios.protocol.task.TaskInput.Look;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of pictures that others looked at, who may have sent anything. */
final class LookAnswerTest {

    private static final TextLine.Box BOX = new TextLine.Box(1, 2, 3, 4);
    private static final Look ALL = new Look(List.of(Sight.TEXT, Sight.DESCRIPTION, Sight.OBJECTS), List.of());

    private static Combined text(String... lines) {
        List<TextLine> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new TextLine("else.png", line, 0.9, BOX));
        }
        return new Combined("a.png", new TaskOutput.Image("", List.of(), read), "helios-read-1");
    }

    private static Combined said(@Nullable String words) {
        return seen("tells", new Seen("else.png", "lies", false, Sight.DESCRIPTION, words, Language.EN, List.of()));
    }

    private static Combined found(String... labels) {
        List<Seen.Thing> things = new ArrayList<>();
        for (String label : labels) {
            things.add(new Seen.Thing(label, 0.9, BOX));
        }
        return seen("finds", new Seen("else.png", "lies", false, Sight.OBJECTS, null, null, things));
    }

    private static Combined seen(String model, Seen seen) {
        return new Combined("a.png", new TaskOutput.Image("", List.of(), List.of(), List.of(seen)), model);
    }

    private static TaskOutput.Image answer(Language language, Look look, Combined... parts) {
        Notebook notebook = new Notebook();
        TaskInput.Combine task = new TaskInput.Combine(Expert.IMAGE, language, "What is this?", List.of(parts), look);
        TaskOutput.Image output = (TaskOutput.Image)
                new LookAnswer(language, notebook).of(task, look).output();
        assertThat(String.join("", notebook.pieces())).isEqualTo(output.text());
        return output;
    }

    @Test
    void all_that_was_seen_is_told_with_who_saw_it() {
        TaskOutput.Image output =
                answer(Language.EN, ALL, text("OPEN", "DAILY"), said("a dog on a bench"), found("dog", "bench", "dog"));

        assertThat(output.text())
                .isEqualTo(
                        "Description: “a dog on a bench” (tells)\nThings: 2 dogs, 1 bench (finds)\nText (helios-read-1):\nOPEN\nDAILY");
        assertThat(output.allSeen())
                .extracting(Seen::model, Seen::file)
                .containsExactly(tuple("tells", "a.png"), tuple("finds", "a.png"));
        assertThat(output.sources())
                .allSatisfy(source -> assertThat(source.file()).isEqualTo("a.png"));
        assertThat(output.lines()).hasSize(2);
    }

    @Test
    void a_spanish_asker_is_told_that_the_words_of_the_model_are_english() {
        assertThat(answer(Language.ES, ALL, text(), said("a dog"), found("dog", "traffic light", "traffic light"))
                        .text())
                .isEqualTo(
                        "Descripción: «a dog» (en inglés; tells)\nCosas: 1 perro, 2 semáforos (finds)\nTexto: ninguno.");
    }

    @Test
    void a_thing_that_is_in_no_table_keeps_its_name() {
        assertThat(answer(Language.ES, ALL, text(), said("x"), found("gizmo", "widget", "widget"))
                        .text())
                .contains("1 gizmo, 2 × widget");
    }

    @Test
    void what_a_model_did_not_see_is_told_too() {
        assertThat(answer(Language.EN, ALL, text(), said(""), found()).text())
                .isEqualTo("Description: tells found no words.\nThings: none that finds knows.\nText: none.");
    }

    @Test
    void what_nobody_could_look_for_is_told_with_what_to_install() {
        Look look = new Look(
                List.of(Sight.TEXT),
                List.of(new Unseen(Sight.DESCRIPTION, false, "shows"), new Unseen(Sight.OBJECTS, false, "points")));

        assertThat(answer(Language.EN, look, text()).text())
                .startsWith("Text: none.\n\n")
                .contains("helios models pin vit-gpt2-captioning", "helios models pin yolos-tiny")
                .endsWith("--model shows,points.");
        assertThat(answer(Language.ES, look, text()).text())
                .contains("Quien la administra", "helios models pin vit-gpt2-captioning", "--model shows,points.");
    }

    @Test
    void what_is_installed_but_asleep_needs_patience_and_no_installing() {
        Look look = new Look(List.of(Sight.TEXT), List.of(new Unseen(Sight.OBJECTS, true, null)));

        assertThat(answer(Language.EN, look, text()).text())
                .contains("online just now")
                .doesNotContain("pin");
    }

    @Test
    void what_a_demonstration_saw_is_said_to_be_that() {
        Seen seen = new Seen("a.png", "shows", true, Sight.DESCRIPTION, "a circle", Language.EN, List.of());
        Look look = new Look(List.of(Sight.DESCRIPTION), List.of());

        assertThat(answer(Language.EN, look, seen("shows", seen)).text()).contains("demonstration model");
        assertThat(answer(Language.ES, look, seen("shows", seen)).text()).contains("modelo de demostración");
    }

    @Test
    void of_several_pictures_each_stands_under_its_name() {
        Look look = new Look(List.of(Sight.TEXT), List.of());
        Combined other = new Combined("b.png", new TaskOutput.Image("", List.of(), List.of()), "reads");

        assertThat(answer(Language.EN, look, text("A"), other).text())
                .isEqualTo("a.png:\nText (helios-read-1):\nA\nb.png:\nText: none.");
    }

    @Test
    void lies_are_left_out() {
        List<Seen.Thing> things = new ArrayList<>();
        things.add(new Seen.Thing("x".repeat(65), 0.9, BOX));
        things.add(new Seen.Thing("\u0007", 0.9, BOX));
        things.add(new Seen.Thing("cat", Double.NaN, BOX));
        things.add(new Seen.Thing("cat", 7, BOX));
        things.add(new Seen.Thing("cat", 0.9, new TextLine.Box(-1, 0, 5, 5)));
        things.add(new Seen.Thing("cat", 0.9, new TextLine.Box(0, 0, 0, 5)));
        things.add(new Seen.Thing("dog", 0.9, BOX));
        Combined found = seen("finds", new Seen("", "", false, Sight.OBJECTS, "ignored", null, things));

        TaskOutput.Image output = answer(Language.EN, ALL, text(), said("a\n\u001b[31mb " + "c".repeat(5_000)), found);

        assertThat(output.text()).contains("Things: 1 dog (finds)").doesNotContain("\u001b", "\u0007");
        assertThat(output.allSeen().getFirst().description()).hasSizeLessThanOrEqualTo(Seen.MOST_CHARACTERS);
        assertThat(output.allSeen().getLast().description()).isNull();
    }

    @Test
    void more_things_than_anybody_counts_are_cut() {
        String[] crowd = IntStream.range(0, 5_000).mapToObj(i -> "person").toArray(String[]::new);

        assertThat(answer(Language.EN, ALL, text(), said("x"), found(crowd)).text())
                .contains("100 people");
    }

    @Test
    void who_did_not_look_for_what_was_asked_saw_nothing() {
        assertThat(answer(Language.EN, ALL, text(), found("dog"), text("x")).text())
                .isEqualTo(
                        "Description: missing; nobody who was asked answered.\nThings: missing; nobody who was asked answered.\nText: none.");
        assertThat(answer(Language.ES, ALL, found("dog"), text("x"), text("y")).text())
                .isEqualTo(
                        "Descripción: falta; nadie a quien se preguntó ha respondido.\nCosas: faltan; nadie a quien se preguntó ha respondido.\nTexto: ninguno.");
    }

    @Test
    void why_nobody_looked_is_told_and_what_to_do() {
        Look own = new Look(
                List.of(Sight.TEXT),
                List.of(
                        new Unseen(Sight.DESCRIPTION, true, null, Absence.OWN_ONLY),
                        new Unseen(Sight.OBJECTS, true, null, Absence.AWAY)));
        Look failed = new Look(List.of(Sight.TEXT), List.of(new Unseen(Sight.OBJECTS, true, null, Absence.FAILED)));

        assertThat(answer(Language.EN, own, text()).text())
                .contains("only your own computers work for you (“helios standing” says why)", "online just now");
        assertThat(answer(Language.ES, own, text()).text())
                .contains("solo trabajan para ti tus propios ordenadores («helios standing» dice por qué)");
        assertThat(answer(Language.EN, failed, text()).text())
                .endsWith("did not answer. Please ask again in a few minutes.");
        assertThat(answer(Language.ES, failed, text()).text())
                .endsWith("no han respondido. Vuelve a preguntar dentro de unos minutos.");
    }

    @Test
    void a_part_that_is_missing_is_named_and_not_taken_for_a_picture_with_nothing_in_it() {
        TaskOutput nothing = new TaskOutput.Image("", List.of(), List.of());
        Combined missing = new Combined("a.png", nothing);
        Look look = new Look(
                ALL.sights(),
                ALL.sights().stream()
                        .map(sight -> new Unseen(sight, true, null, Absence.FAILED))
                        .toList());

        assertThat(answer(Language.EN, look, missing, missing, missing).text())
                .contains("Description: missing", "Things: missing", "Text: missing")
                .contains("asked to read the text in the picture did not answer")
                .doesNotContain("none");
        assertThat(answer(Language.ES, look, missing, missing, missing).text())
                .contains("Descripción: falta", "Cosas: faltan", "Texto: falta")
                .contains("que leyeran el texto de la imagen no han respondido")
                .doesNotContain("ningun");
    }

    /** Turned round, a name of a file or a sum reads as another; zero width and the second set of control characters hide from who looks. */
    @Test
    void nothing_that_hides_or_turns_words_passes() {
        String hostile = "a\u202Etxt.exe\u2066 \u200Bdog\u0085\u009B31m\uFEFF\u00AD";
        Combined found = found("ca\u202Et\u200B");

        TaskOutput.Image output = answer(Language.EN, ALL, text(hostile, "\u200B\u202E"), said(hostile), found);

        assertThat(output.text())
                .isEqualTo(
                        "Description: “atxt.exe dog31m” (tells)\nThings: 1 cat (finds)\nText (helios-read-1):\natxt.exe dog31m");
        assertThat(output.lines()).hasSize(1);
        assertThat(output.allSeen().getLast().objects())
                .extracting(Seen.Thing::label)
                .containsExactly("cat");
    }

    @Test
    void parts_that_do_not_fit_are_refused() {
        Combined chat = new Combined("a.png", new TaskOutput.Chat("hi", List.of(), AnswerOrigin.HELP));
        for (Combined[] parts : new Combined[][] {{}, {text()}, {text(), said("x"), chat}}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> answer(Language.EN, ALL, parts))
                    .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.REQUEST_INVALID));
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> answer(Language.EN, new Look(List.of(), List.of()), text()));
    }
}
