/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.document.HeardStream;
import com.noragentia.helios.worker.expert.document.RetrievalModels;
import com.noragentia.helios.worker.extract.Pdfs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RetrievalAssistantTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Madrid"));

    @TempDir
    Path folder;

    private RetrievalModels models;
    private RetrievalModel model;

    @BeforeAll
    void load() throws Exception {
        models = RetrievalModels.load();
        model = new RetrievalModel(
                RetrievalModels.MANIFEST, models.encoder(), models.languages(), models.texts(), CLOCK);
    }

    @AfterAll
    void close() throws Exception {
        model.close();
        models.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN; what is 12.5% of 80; 10",
                "EN; What is 0.1 + 0.2?; = 0.3",
                "EN; 7 times 6; = 42",
                "EN; calculate (3 + 4) * 1,000; = 7,000",
                "EN; What is the square root of 144?; = 12",
                "EN; 2 to the power of 10; = 1,024",
                "EN; how much is 10 divided by 4; = 2.5",
                "EN; 1/0; no value that I can write",
                "EN; what is 1 / 3; ≈ 0.3333333333",
                "ES; cuánto es 3 por 7; = 21",
                "ES; ¿Cuánto es el 15 % de 200?; = 30",
                "ES; ¿Cuánto es 2,5 más 1,25?; = 3,75",
                "ES; calcula 1.250,5 * 2; = 2.501",
                "ES; 100 dividido entre 8; = 12,5",
                "ES; ¿Cuánto es la raíz cuadrada de 81?; = 9",
                "EN; 5 miles in km; 8.04672 kilometres",
                "EN; How many feet are in a mile?; 5,280 feet",
                "EN; convert 100 fahrenheit to celsius; 37.7777777",
                "EN; 3 kg in metres; measure different things",
                "ES; ¿Cuántos kilómetros son 5 millas?; 8,04672 kilómetros",
                "ES; convierte 2,5 libras a gramos; 1.133,9809",
                "ES; 20 grados celsius en fahrenheit; 68 grados Fahrenheit",
                "EN; how many days between 2024-02-01 and 2024-03-01; 29 days",
                "EN; what day is 25 December 2026; Friday",
                "EN; How many days until December 24?; 32 days",
                "EN; What date is in 30 days?; 22 December 2026",
                "EN; what day is it today?; Sunday, 22 November 2026",
                "EN; how many days between 2024-02-30 and 2024-03-01; no such date",
                "ES; qué día será dentro de 30 días; martes, 22 de diciembre de 2026",
                "ES; ¿Qué día de la semana fue el 12 de octubre de 1492?; miércoles",
                "ES; ¿Cuántos días faltan para el 24 de diciembre?; 32 días",
                "ES; ¿Cuántos días hay entre el 1/2/2024 y el 1/3/2024?; 29 días"
            })
    void exact_questions_are_computed(Language language, String question, String expected) throws Exception {
        TaskOutput.Chat answer = ask(question, language);

        assertThat(answer.origin()).as(answer.text()).isEqualTo(AnswerOrigin.COMPUTED);
        assertThat(answer.text()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN; What is Helios?; network of ordinary computers",
                "EN; Can other people see what I ask?; must be able to read your question",
                "EN; Is what I write here private?; must be able to read your question",
                "EN; Which files may I ask about?; Markdown",
                "EN; How do I earn credits?; unit of account",
                "EN; Which kinds of files do you support?; Markdown",
                "EN; How can I install a language model?; helios-demo-1",
                "EN; How do I pause it?; helios down",
                "EN; how big can a file be; 25 MB",
                "EN; May my company use Helios?; Noragentia",
                "EN; How do I run an orchestrator for my group?; helios server",
                "EN; Are you a robot?; retrieval assistant",
                "ES; ¿Qué es Helios?; red de ordenadores",
                "ES; ¿Quién puede ver lo que pregunto?; tiene que poder leer tu pregunta",
                "ES; ¿Cómo se ganan los créditos?; unidad de cuenta",
                "ES; ¿Qué tipos de archivo puedo usar?; Markdown",
                "ES; ¿Cómo puedo instalar un modelo de lenguaje?; helios-demo-1",
                "ES; ¿Cómo paro Helios?; helios down",
                "ES; ¿Es gratis?; no cuesta nada",
                "ES; ¿Qué puedes hacer?; Adjunta un documento"
            })
    void questions_about_helios_get_its_help(Language language, String question, String expected) throws Exception {
        TaskOutput.Chat answer = ask(question, language);

        assertThat(answer.origin()).as(answer.text()).isEqualTo(AnswerOrigin.HELP);
        assertThat(answer.text()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN; what is an estuary; wide part of a river",
                "EN; define photosynthesis; synthesis of compounds",
                "EN; What does “gregarious” mean?; company",
                "EN; what are mice?; rodents",
                "ES; ¿Qué significa la palabra inglesa estuary?; wide part of a river",
                "ES; define photosynthesis; Fuente: WordNet"
            })
    void words_are_looked_up(Language language, String question, String expected) throws Exception {
        TaskOutput.Chat answer = ask(question, language);

        assertThat(answer.origin()).as(answer.text()).isEqualTo(AnswerOrigin.DICTIONARY);
        assertThat(answer.text()).contains(expected).contains("WordNet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN; write me a poem about the sea",
                "EN; What is the capital of Mongolia?",
                "EN; Who won the world cup in 2010?",
                "EN; Translate 'good morning' into French",
                "EN; Should I marry her?",
                "EN; How do I bake bread?",
                "EN; 9 out of 10 doctors say what?",
                "ES; escríbeme un poema sobre el mar",
                "ES; ¿Cuál es la capital de Mongolia?",
                "ES; ¿Quién ganó el mundial de 2010?",
                "ES; Traduce «buenos días» al francés",
                "ES; ¿Qué es la fotosíntesis?",
                "ES; ¿Cómo se hace el pan?"
            })
    void what_it_cannot_do_it_says(Language language, String question) throws Exception {
        TaskOutput.Chat answer = ask(question, language);

        assertThat(answer.origin()).as(answer.text()).isEqualTo(AnswerOrigin.NONE);
        assertThat(answer.text())
                .contains(
                        language == Language.EN ? "No language model is installed here" : "ningún modelo de lenguaje");
    }

    @Timeout(10)
    @ParameterizedTest
    @ValueSource(strings = {"9^9^9^9^9^9", "2^999999999", "((((((((((1+1", "1+", "0^-1", "99999999999999999999^99999"})
    void a_monstrous_sum_ends_quickly(String sum) throws Exception {
        assertThat(ask(sum, Language.EN).origin()).isIn(AnswerOrigin.COMPUTED, AnswerOrigin.NONE);
    }

    @Test
    void a_question_of_the_greatest_length_is_served() throws Exception {
        assertThat(ask("what is 1" + "+1".repeat(9_990), Language.EN).origin()).isEqualTo(AnswerOrigin.NONE);
        assertThat(ask("how many days " + "between ".repeat(2_400), Language.EN).origin())
                .isEqualTo(AnswerOrigin.NONE);
    }

    @Test
    void an_attached_file_is_quoted_before_anything_else() throws Exception {
        Path pdf = Pdfs.ofPages(
                folder.resolve("guide.pdf"),
                List.of(
                        List.of("The ferry leaves at 7:15 and at 18:40. Dogs travel free."),
                        List.of("Helios is the name of our oldest boat.")));

        TaskOutput.Chat answer = ask("What is Helios?", Language.EN, RetrievalModels.attachment(pdf, FileType.PDF));

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(answer.sources().getFirst().page()).isEqualTo(2);
        assertThat(answer.text()).contains("our oldest boat");
    }

    @Test
    void a_wish_for_a_summary_in_a_chat_gets_one() throws Exception {
        Path file = Files.writeString(
                folder.resolve("notas.txt"),
                "El puerto se amplió en 1998 con dos muelles. La grúa levanta treinta toneladas. El faro se ve a quince millas. "
                        + "La lonja vende pescado cada mañana. El club enseña a navegar a los niños.");

        TaskOutput.Chat answer =
                ask("Resume este documento", Language.ES, RetrievalModels.attachment(file, FileType.TEXT));

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.QUOTED);
        assertThat(answer.sources()).hasSizeBetween(3, 5);
    }

    @Test
    void a_picture_in_a_chat_is_politely_refused() throws Exception {
        Attachment picture = new Attachment("0".repeat(64), "photo.png", FileType.PNG, 100);

        TaskOutput.Chat answer = ask("Who is on this photo?", Language.EN, picture);

        assertThat(answer.origin()).isEqualTo(AnswerOrigin.NONE);
        assertThat(answer.text()).contains("image expert");
    }

    @Test
    void tasks_of_other_experts_are_refused() {
        TaskInput image = new TaskInput.Image(Language.EN, "", List.of());

        assertThatThrownBy(() -> model.answer(image, RetrievalModels.filesIn(folder), new HeardStream()))
                .isInstanceOf(ModelFailure.class);
    }

    private TaskOutput.Chat ask(String question, Language language, Attachment... attachments) throws Exception {
        HeardStream stream = new HeardStream();
        TaskInput task = new TaskInput.Chat(language, question, List.of(), List.of(attachments));
        TaskOutput output =
                model.answer(task, RetrievalModels.filesIn(folder), stream).output();
        assertThat(stream.text()).isEqualTo(output.text());
        return (TaskOutput.Chat) output;
    }
}
