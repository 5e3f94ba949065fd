/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Limit;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeliosMainTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "up",
                "down",
                "standing",
                "qualify",
                "account",
                "devices",
                "token",
                "doctor",
                "server",
                "worker",
                "models",
                "test",
                "bench",
                "package"
            })
    void help_names_every_command(String command) {
        assertThat(CommandRun.of("--help").out()).containsPattern("(?m)^  " + command + " ");
    }

    @Test
    void help_speaks_both_languages_and_explains_exit_codes() {
        assertThat(CommandRun.of("ask", "--help", "--language", "en").out()).contains("Exit codes:", "Options:");
        assertThat(CommandRun.of("ask", "--help", "--language=es").out()).contains("Códigos de salida:", "Opciones:");
    }

    @Test
    void an_unknown_option_is_named_with_a_hint() {
        CommandRun en = CommandRun.of("ask", "--language", "en", "--fil", "x");
        CommandRun es = CommandRun.of("ask", "--language", "es", "--fil", "x");

        assertThat(en.exitCode()).isEqualTo(2);
        assertThat(en.err()).contains("Unknown: --fil").contains("helios ask --help");
        assertThat(es.err()).contains("No se reconoce: --fil");
    }

    @Test
    void a_wrong_value_is_named() {
        CommandRun run = CommandRun.of("ask", "--language", "es", "--expert", "oráculo", "hola");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Esto no encaja aquí: oráculo");
    }

    @Test
    void each_bad_question_has_its_own_words_in_each_language() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path disguised = Files.writeString(folder.resolve("setup.pdf"), "MZ program");
        Path text = Files.writeString(folder.resolve("a.txt"), "hola");
        Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(Limit.ATTACHMENT_BYTES.value() + 1);
        }

        assertRefused("no question", "Falta la pregunta", "There is no question", "ask");
        assertRefused("too long", "se permiten 20.000", "20,000 characters", "ask", "x".repeat(100_000));
        assertRefused("missing", "«no.pdf» no existe", "“no.pdf” is not there", "ask", "--file", "no.pdf", "?");
        assertRefused("empty", "está vacío", "is empty", "ask", "--file", empty.toString(), "?");
        assertRefused("disguised", "no corresponde", "does not fit", "ask", "--file", disguised.toString(), "?");
        assertRefused("large", "se permiten 25 MB", "25 MB are allowed", "ask", "--file", large.toString(), "?");
        assertRefused("type", "no lee archivos", "does not read files", "ask", "--file", make("a.exe"), "?");
        assertRefused(
                "mixed",
                "tipos distintos",
                "different kinds",
                "ask",
                "--file",
                text.toString(),
                "--file",
                picture.toString(),
                "?");
        assertRefused(
                "summary",
                "Solo se pueden resumir",
                "Only documents",
                "ask",
                "--summary",
                "--file",
                picture.toString());
        assertRefused(
                "expert",
                "no lee este tipo",
                "does not read files of this kind",
                "ask",
                "--expert",
                "image",
                "--file",
                text.toString(),
                "?");
        assertRefused("numbers", "números, no palabras", "numbers, not words", "ask", "--expert", "embedding", "?");
        assertRefused("no file", "ningún archivo adjunto", "No file is attached", "ask", "--expert", "document", "?");
    }

    private String make(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "MZ").toString();
    }

    private static void assertRefused(String what, String spanish, String english, String... arguments) {
        CommandRun es = CommandRun.of(with(arguments, "--language", "es", "--json"));
        CommandRun en = CommandRun.of(with(arguments, "--language", "en"));

        assertThat(es.exitCode()).as(what).isEqualTo(1);
        assertThat(es.err()).as(what).contains(spanish);
        assertThat(es.out()).as(what).startsWith("{\"problem\":{\"code\":\"").contains(spanish);
        assertThat(en.exitCode()).as(what).isEqualTo(1);
        assertThat(en.err()).as(what).contains(english);
        assertThat(en.out()).as(what).isEmpty();
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    @Test
    void a_network_that_is_not_there_is_told_with_its_own_exit_code() {
        CommandRun run = CommandRun.of("ask", "--data", folder.toString(), "--language", "es", "--json", "hola");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("\"code\":\"network-unreachable\"");
    }

    @Test
    void a_network_whose_orchestrator_always_dies_is_told_with_its_last_words() throws Exception {
        Path noProgram = Files.writeString(folder.resolve("server.jar"), "no archive");
        System.setProperty("helios.server.jar", noProgram.toString());
        try {
            long begun = System.nanoTime();
            CommandRun ask = CommandRun.of("ask", "--data", folder.toString(), "--language", "es", "hola");
            CommandRun up = CommandRun.of("up", "--no-window", "--data", folder.toString(), "--language", "en");

            assertThat(ask.exitCode()).isEqualTo(3);
            assertThat(ask.err()).contains("no ha arrancado", "server.jar");
            assertThat(up.exitCode()).isEqualTo(3);
            assertThat(up.err()).contains("did not start", "server.jar");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        } finally {
            System.clearProperty("helios.server.jar");
        }
    }

    @Test
    void a_device_that_joined_nothing_is_told_how_to_join() {
        CommandRun run = CommandRun.of(
                "ask", "--data", folder.toString(), "--language", "es", "--orchestrator", "http://127.0.0.1:9", "hola");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("helios account join");
    }

    @Test
    void there_is_nothing_to_end_where_nothing_runs() {
        CommandRun run = CommandRun.of("down", "--data", folder.toString(), "--language", "es");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("No hay ninguna red");
    }

    @Test
    void the_doctor_says_what_is_missing_and_what_to_do() {
        CommandRun run = CommandRun.of("doctor", "--data", folder.toString(), "--language", "es");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("✔ Java ", "✘ El orquestador está instalado", "Abre Helios con el programa «helios»");
    }
}
