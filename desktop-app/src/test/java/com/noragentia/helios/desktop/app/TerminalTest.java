/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class TerminalTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void a_workers_name_cannot_play_with_the_status_line() {
        new StatusLine(new Terminal(stream, stream, false)).tell("pc\u001b[2J\u0007\n\u009b31m answers");

        assertThat(shown.toString(StandardCharsets.UTF_8).stripTrailing()).isEqualTo("pc[2J 31m answers");
    }

    @Test
    void neither_can_a_problems_detail_or_a_dead_programs_last_words() {
        Problem internal = Problem.of(ProblemCode.INTERNAL, "detail\u001b[2J");
        Problem said = new Problem(ProblemCode.NETWORK_UNREACHABLE, "", Map.of(LastWords.VALUE, "no disk\u001b[2J"));

        assertThat(told(internal)).contains("(detail[2J)").doesNotContain("\u001b");
        assertThat(told(said)).contains("no disk[2J").doesNotContain("\u001b");
    }

    private String told(Problem problem) {
        CommandLine line = new CommandLine(new Failing(problem));
        line.setExecutionExceptionHandler(new CommandFailure(new Terminal(stream, stream, false), Language.EN));
        assertThat(line.execute()).isNotZero();
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Command(name = "failing")
    private record Failing(Problem problem) implements Runnable {
        @Override
        public void run() {
            throw new ProblemException(problem);
        }
    }
}
