/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A document with questions: what it answers, with words of the right sentence, and what it does not.
 *
 * @param passages the document
 * @param answerable questions with an answer in it
 * @param unanswerable questions without
 */
record QuestionSet(List<Passage> passages, List<Asked> answerable, List<String> unanswerable) {

    record Asked(String question, String expected) {}

    static QuestionSet read(String name, Language language) throws IOException {
        List<Passage> passages = new ArrayList<>();
        List<Asked> answerable = new ArrayList<>();
        List<String> unanswerable = new ArrayList<>();
        try (InputStream in = QuestionSet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] cells = line.split("\t", -1);
                switch (cells[0]) {
                    case "P" ->
                        passages.addAll(Passage.ofText("file.pdf", Integer.valueOf(cells[1]), cells[2], language));
                    case "Q" -> answerable.add(new Asked(cells[1], cells[2]));
                    case "N" -> unanswerable.add(cells[1]);
                    default -> throw new IOException("not a line of a question set: " + cells[0]);
                }
            }
        }
        return new QuestionSet(passages, answerable, unanswerable);
    }
}
