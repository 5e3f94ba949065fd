/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Questions and exchanges for tests. */
final class Chats {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Outcome FAILED = new Outcome.Failed(Problem.of(ProblemCode.NO_WORKER, "nobody"));

    private Chats() {}

    static SavedQuestion question(String text) {
        return question(text, NOON);
    }

    static SavedQuestion question(String text, Instant at) {
        return new SavedQuestion(text, List.of(), Language.EN, at);
    }

    static SavedQuestion withFile(String text) {
        SavedFile file = new SavedFile("/home/ana/lease.pdf", "lease.pdf", FileType.PDF, 20_000);
        return new SavedQuestion(text, List.of(file), Language.ES, NOON);
    }

    static SavedExchange exchange(long id, long parent, String question) {
        OptionalLong before = parent == 0 ? OptionalLong.empty() : OptionalLong.of(parent);
        return new SavedExchange(id, before, question(question), "Answer " + id, Optional.of(new Outcome.Stopped()));
    }
}
