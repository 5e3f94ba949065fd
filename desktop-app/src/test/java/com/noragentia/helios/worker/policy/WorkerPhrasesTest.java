/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.computer.Readings;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkerPhrasesTest {

    private static final Path TABLE = Path.of("../docs/worker-policy.md");

    private final Looks clock = new Looks(Preferences.USUAL);

    private Stream<WorkerState> states() {
        return Stream.concat(
                Stream.of(
                        new WorkerState.Ready(),
                        new WorkerState.Working(2),
                        new WorkerState.Paused(null),
                        new WorkerState.Paused(clock.instant().plus(Duration.ofMinutes(95))),
                        new WorkerState.FinishingThenPausing(1),
                        new WorkerState.FinishingThenQuitting(0)),
                Arrays.stream(Reason.values()).map(reason -> new WorkerState.Idle(reason, "7", 0)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_state_has_a_sentence_of_its_own_and_every_unknown_its_words(Language language) {
        WorkerPhrases phrases = new WorkerPhrases(language, clock);

        List<String> sentences = states().map(phrases::sentence).toList();
        assertThat(sentences).doesNotHaveDuplicates().allMatch(sentence -> sentence.endsWith("."));
        assertThat(sentences).noneMatch(sentence -> sentence.contains("{") || sentence.contains("  "));
        assertThat(states().filter(WorkerState.Idle.class::isInstance).map(phrases::advice))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(Arrays.stream(Readings.Kind.values()).map(phrases::unknown)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_pause_says_how_much_is_left(Language language) {
        WorkerPhrases phrases = new WorkerPhrases(language, clock);

        assertThat(phrases.sentence(new WorkerState.Paused(clock.instant().plus(Duration.ofMinutes(95)))))
                .contains("13:35", "1 h", "35 min");
        assertThat(phrases.sentence(new WorkerState.Paused(clock.instant().plusSeconds(20))))
                .contains("1 min")
                .doesNotContain(" h ");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_table_of_the_documentation_has_the_sentences_in_their_order(Language language) throws IOException {
        WorkerPhrases phrases = new WorkerPhrases(language, clock);
        String table = Files.readString(TABLE);

        int place = 0;
        for (Reason reason : Reason.values()) {
            String sentence = phrases.sentence(new WorkerState.Idle(reason, "…", 0));
            int found = table.indexOf(sentence);
            assertThat(found).as(sentence).isGreaterThan(place);
            place = found;
        }
    }
}
