/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.language.ClockTime;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.worker.extract.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What other workers heard in recordings. They may have sent anything, so only what could be an utterance is looked at, and which file it is of is
 * not theirs to say. Immutable.
 *
 * @param utterances in the order of the recordings and of their times
 * @param passages one for each utterance; its number of a paragraph leads back to it
 * @param isDemonstration whether a model that only demonstrates heard any of it
 * @param broken names of the recordings that break off before their end
 */
record SpokenParts(List<Utterance> utterances, List<Passage> passages, boolean isDemonstration, List<String> broken) {

    /** Nobody says more in half an hour. */
    private static final int MOST_UTTERANCES = 10_000;

    private static final int MOST_CHARACTERS = 2_000;

    /** @throws ProblemException if a part is not what was heard in a recording */
    static SpokenParts of(TaskInput.Combine task, LanguageDetector languages) {
        List<Utterance> utterances = new ArrayList<>();
        boolean isDemonstration = false;
        Set<String> broken = new LinkedHashSet<>();
        for (TaskInput.Combined part : task.parts()) {
            if (!(part.output() instanceof TaskOutput.Audio audio)) {
                throw new ProblemException(ProblemCode.REQUEST_INVALID, "a part is not what was heard in a recording");
            }
            isDemonstration |= audio.spoken() != null && audio.spoken().demonstration();
            if (audio.spoken() != null && !audio.spoken().broken().isEmpty()) {
                broken.add(part.file());
            }
            audio.utterances().stream()
                    .filter(SpokenParts::isCredible)
                    .map(one ->
                            new Utterance(part.file(), one.startMillis(), one.endMillis(), CleanText.of(one.text())))
                    .filter(one -> !one.text().isEmpty())
                    .forEach(utterances::add);
        }
        List<Utterance> kept = List.copyOf(utterances.subList(0, Math.min(utterances.size(), MOST_UTTERANCES)));
        return new SpokenParts(kept, passages(kept, languages, task.language()), isDemonstration, List.copyOf(broken));
    }

    private static boolean isCredible(Utterance one) {
        return one.text().length() <= MOST_CHARACTERS && one.startMillis() >= 0 && one.endMillis() >= one.startMillis();
    }

    /** Each in its own language: people change it. */
    private static List<Passage> passages(List<Utterance> utterances, LanguageDetector languages, Language expected) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            Utterance one = utterances.get(i);
            Language language = languages.detect(one.text(), expected);
            passages.add(new Passage(one.file(), null, i, language, "", List.of(one.text())));
        }
        return passages;
    }

    /** A place in a passage, by the time at which it is said. */
    Source timed(Source place) {
        Utterance said = utterances.get(Objects.requireNonNull(place.paragraph()));
        return new Source(said.file(), null, null, place.quote(), said.startMillis());
    }

    /** All that was said, a line each; a name before each recording where there are several. */
    List<String> lines() {
        boolean hasSeveral = utterances.stream().map(Utterance::file).distinct().count() > 1;
        List<String> lines = new ArrayList<>();
        String file = "";
        for (Utterance one : utterances) {
            if (hasSeveral && !one.file().equals(file)) {
                lines.add(one.file() + ":");
            }
            file = one.file();
            lines.add("[%s] %s".formatted(ClockTime.of(one.startMillis()), one.text()));
        }
        return lines;
    }
}
