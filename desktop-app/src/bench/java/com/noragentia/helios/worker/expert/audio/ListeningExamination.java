/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How right a listening model is on a folder of recordings: {@code ListeningExamination <model folder> <recordings> [show]}. Prints the table of its README. */
public final class ListeningExamination {

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final boolean showing;

    private ListeningExamination(boolean showing) {
        this.showing = showing;
    }

    public static void main(String[] arguments) throws Exception {
        Path recordings = Path.of(arguments[1]);
        ListeningExamination examination = new ListeningExamination(arguments.length > 2);
        try (GreedyListener listener = new GreedyListener(Path.of(arguments[0]))) {
            for (SpokenSample sample : SpokenSample.of(recordings)) {
                examination.ask(listener, sample, recordings);
            }
        }
        examination.print();
    }

    private void ask(GreedyListener listener, SpokenSample sample, Path recordings) throws Exception {
        try (GreedyListener.Heard heard = listener.hear(sample.sound(recordings))) {
            String language = heard.language();
            long[] plain = heard.tokens(sample.language(), false, true);
            String text = heard.transcript(plain).text();
            Transcript timed = heard.transcript(heard.tokens(sample.language(), true, true));
            boolean right = text.equals(sample.text());
            if (showing && !right) {
                System.out.println(sample.file() + " " + sample.voice() + ": " + sample.text() + " → " + text);
            }
            for (String row : List.of(
                    sample.language() + " " + sample.kind(),
                    sample.language() + (sample.newVoice() ? " unseen voice" : " seen voice"),
                    sample.language() + " all",
                    "all")) {
                Tally tally = tallies.computeIfAbsent(row, name -> new Tally());
                tally.add(right, sample.language().equals(language), timed, sample);
            }
        }
    }

    private void print() {
        System.out.println(
                "| | recordings | text right | with times: text right | language right | times within 0.3 s | worst time off |");
        System.out.println("|---|---|---|---|---|---|---|");
        tallies.forEach((row, tally) -> System.out.println("| " + row + " | " + tally + " |"));
    }

    private static final class Tally {

        private static final double ALLOWED_SECONDS = 0.3;

        private int asked;
        private int right;
        private int rightWithTimes;
        private int language;
        private int times;
        private int timesRight;
        private double worst;

        void add(boolean textRight, boolean languageRight, Transcript timed, SpokenSample sample) {
            asked++;
            right += textRight ? 1 : 0;
            language += languageRight ? 1 : 0;
            rightWithTimes += timed.text().equals(sample.text()) ? 1 : 0;
            List<Transcript.Segment> heard = timed.segments();
            for (int i = 0; i < sample.sentences().size(); i++) {
                Transcript.Segment said = sample.sentences().get(i);
                times += 2;
                if (i < heard.size()) {
                    time(Math.abs(heard.get(i).start() - said.start()));
                    time(Math.abs(heard.get(i).end() - said.end()));
                }
            }
        }

        private void time(double off) {
            timesRight += off <= ALLOWED_SECONDS ? 1 : 0;
            worst = Math.max(worst, off);
        }

        @Override
        public String toString() {
            return "%d | %d (%.1f %%) | %d (%.1f %%) | %d (%.1f %%) | %d of %d (%.1f %%) | %.2f s"
                    .formatted(
                            asked,
                            right,
                            100.0 * right / asked,
                            rightWithTimes,
                            100.0 * rightWithTimes / asked,
                            language,
                            100.0 * language / asked,
                            timesRight,
                            times,
                            100.0 * timesRight / times,
                            worst);
        }
    }
}
