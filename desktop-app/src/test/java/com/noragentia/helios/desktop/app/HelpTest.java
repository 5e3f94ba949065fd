/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.agent.WorkerHelp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Whatever can be typed is explained, in both languages. */
final class HelpTest {

    private static final Path FRONT_DOOR = Path.of("../helios");

    /** The words before each closing parenthesis of the front door's last {@code case}. */
    private static List<String> dispatched() throws IOException {
        String script = Files.readString(FRONT_DOOR);
        String dispatcher = script.substring(script.lastIndexOf("\ncase $command in"));
        Matcher branches = Pattern.compile("(?m)^  ([a-z][a-z |]*)\\)").matcher(dispatcher);
        return branches.results()
                .flatMap(branch -> Arrays.stream(branch.group(1).split("\\|")))
                .map(String::strip)
                .filter(name -> !name.equals("help"))
                .toList();
    }

    private static String frontDoorHelp(String language) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", FRONT_DOOR.toString(), "--help").redirectErrorStream(true);
        builder.environment().put("LC_ALL", language + ".UTF-8");
        Process help = builder.start();
        try (var out = help.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void every_command_of_the_front_door_stands_in_its_help_and_in_that_of_the_program(String language)
            throws IOException {
        String frontDoor = frontDoorHelp(language);
        String program = CommandRun.of("--help", "--language", language).out();

        assertThat(dispatched())
                .contains("up", "account", "receipts", "ledger", "demo")
                .hasSizeGreaterThan(15);
        for (String command : dispatched()) {
            assertThat(frontDoor).containsPattern("(?m)^  " + command + " ");
            assertThat(program).containsPattern("(?m)^  " + command + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "devices", "token"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_front_door_names_every_word_of_a_command(String command) throws IOException {
        CommandLine line =
                Objects.requireNonNull(commandLine("en").getSubcommands().get(command));

        for (String language : List.of("en", "es")) {
            String named = frontDoorHelp(language)
                    .lines()
                    .filter(text -> text.startsWith("  " + command + " "))
                    .findFirst()
                    .orElse("");
            for (String word : line.getSubcommands().keySet()) {
                if (!word.equals("show")) { // what it does without a word
                    assertThat(named).containsPattern("[ ,:]" + word + "(,|$)");
                }
            }
        }
    }

    @Test
    void the_front_door_of_windows_knows_the_same_commands() throws IOException {
        String script = Files.readString(Path.of("../helios.cmd"), StandardCharsets.ISO_8859_1);
        String dispatcher = script.lines()
                .filter(line -> line.startsWith("for %%C in ("))
                .findFirst()
                .orElse("");

        for (String command : dispatched()) {
            assertThat(dispatcher).containsPattern("[( ]" + command + "[ )]");
            assertThat(script)
                    .containsPattern("(?m)^:" + command + "\\r?$")
                    .containsPattern("(?m)^echo   " + command + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "devices", "token", "models", "ledger"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_front_door_of_windows_names_the_same_words(String command) throws IOException {
        String words = frontDoorHelp("en")
                .lines()
                .filter(line -> line.startsWith("  " + command + " "))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readAllLines(Path.of("../helios.cmd"), StandardCharsets.ISO_8859_1))
                .contains("echo " + words);
    }

    private static CommandLine commandLine(String language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(nowhere, nowhere, false);
        Answers nobody = new TypedAnswers(terminal, new ByteArrayInputStream(new byte[0]));
        return HeliosCommandLine.of(
                new HeliosMain(terminal, nobody), terminal, Optional.empty(), List.of("--language", language));
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    @ParameterizedTest
    @EnumSource
    void every_command_option_and_word_is_explained(Language language) {
        Stream<CommandLine> lines = Stream.concat(
                all(commandLine(language.name().toLowerCase(Locale.ROOT))), all(WorkerHelp.commandLine(language)));

        assertThat(lines).hasSizeGreaterThan(25).allSatisfy(HelpTest::assertExplained);
    }

    private static void assertExplained(CommandLine line) {
        var spec = line.getCommandSpec();
        assertThat(line.getHelp().description().strip())
                .as(spec.qualifiedName())
                .isNotEmpty();
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option ->
                        assertExplained(spec.qualifiedName(), line.getHelp().optionList(), option.longestName()));
        spec.positionalParameters()
                .forEach(word ->
                        assertExplained(spec.qualifiedName(), line.getHelp().parameterList(), word.paramLabel()));
    }

    /** The explanation stands behind the name, or, where that is long, below it. */
    private static void assertExplained(String command, String list, String name) {
        assertThat(list)
                .as(command + " " + name)
                .containsPattern("(?m)^.*" + Pattern.quote(name) + "\\S*(  +\\p{L}|\\R {12,}\\p{L}).*$");
    }
}
