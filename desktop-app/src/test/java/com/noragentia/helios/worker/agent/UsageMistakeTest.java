/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class UsageMistakeTest {

    @ParameterizedTest
    @CsvSource({
        "EN,--wrong,This does not fit here: --wrong",
        "ES,--wrong,Esto no encaja aquí: --wrong",
        "ES,--code,Falta algo: CODE",
        "EN,--orchestrator=http://a b,http://a b",
        "ES,--mal\u001b[2J\u202e,--mal [2J"
    })
    void what_does_not_fit_is_named_in_the_language_of_the_command(Language language, String argument, String words) {
        StringWriter shown = new StringWriter();
        CommandLine line = WorkerHelp.commandLine(language).setErr(new PrintWriter(shown, true));

        assertThat(line.execute("run", argument)).isEqualTo(2);
        assertThat(shown.toString()).contains(words, "helios worker run --help").doesNotContain("\u001b", "\u202e");
    }
}
