/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.worker.expert.AnswerStream;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.document.SearchProgress;
import com.noragentia.helios.worker.expert.document.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings passages down to one sheet that a model can read at once: sheet by sheet it writes a summary, and the sentences on which that rests are read
 * again in the next round. So what is summed up in the end are still the document's own words, with their pages. A sheet of which the model writes
 * nothing that holds is represented by its most central sentences. Thread-safe.
 */
record Digest(ReadingRoom room, CitedWriting writing, Summary central) {

    /** More are not read: of longer texts an even selection, in one task. */
    static final int SHEETS = 32;

    private static final int ROUNDS = 4;
    /** A round leaves one sentence of so many at most. */
    private static final int SENTENCES_EACH = 3;

    /** What fits, and the tokens that it took to get there. */
    record Reduced(List<Passage> sheet, int promptTokens, int writtenTokens) {}

    Reduced of(List<Passage> passages, Brief brief, AnswerStream stream) throws ModelFailure, InterruptedException {
        List<List<Passage>> sheets = room.sheets(brief, passages);
        int read = 0;
        int written = 0;
        for (int round = 0; sheets.size() > 1 && round < ROUNDS; round++) {
            List<List<Passage>> some = spread(sheets, SHEETS);
            List<Passage> kept = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                stream.working(Phase.WRITING, i, some.size());
                CitedWriting.Written summary = writing.write(brief, some.get(i), SILENT, piece -> {});
                read += summary.draft().promptTokens();
                written += summary.draft().writtenTokens();
                kept.addAll(kept(some.get(i), summary.text().sources()));
            }
            sheets = room.sheets(brief, kept);
        }
        return new Reduced(sheets.isEmpty() ? List.of() : spread(sheets, 1).getFirst(), read, written);
    }

    private List<Passage> kept(List<Passage> sheet, List<Source> told) throws ModelFailure, InterruptedException {
        int sentences =
                sheet.stream().mapToInt(passage -> passage.sentences().size()).sum();
        List<Source> sources = told.isEmpty() ? central.of(sheet, SearchProgress.SILENT) : told;
        return sources.stream()
                .limit(Math.max(1, sentences / SENTENCES_EACH))
                .map(source -> passage(source, sheet))
                .toList();
    }

    private static Passage passage(Source source, List<Passage> sheet) {
        Passage from = sheet.stream()
                .filter(passage -> passage.quoting(source.quote()).equals(source))
                .findFirst()
                .orElseThrow();
        return new Passage(
                from.file(),
                from.page(),
                from.paragraph(),
                from.language(),
                from.heading(),
                List.of(source.quote()),
                from.box());
    }

    /** So many of them, evenly spread over all. */
    private static <T> List<T> spread(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get((int) ((long) i * all.size() / most)))
                        .toList();
    }

    private static final AnswerStream SILENT = new AnswerStream() {
        @Override
        public void working(Phase phase, int done, int total) {
            // The round tells how far it is.
        }

        @Override
        public void piece(String text) {
            // Nothing of it is the answer.
        }
    };
}
