/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** From where on a reader wants the events of a job. */
sealed interface ReadingPlace {

    /** Everything after event number {@code sequence}; 0 for everything. */
    record AfterEvent(long sequence) implements ReadingPlace {}

    /**
     * Everything after piece {@code index - 1} of the answer; 0 for everything. Where the answer was begun anew, everything from there on:
     * which of the pieces of that number a reader has, nobody can tell.
     */
    record FromPiece(int index) implements ReadingPlace {}

    /**
     * What a request asks for. The header wins: a browser repeats the query it began with, and adds the header when it comes back.
     *
     * @throws ProblemException {@code request-invalid} for what is no number from 0 on
     */
    static ReadingPlace askedBy(Context ctx) {
        Optional<String> index = Optional.ofNullable(ctx.queryParam("index"));
        Optional<String> after = Optional.ofNullable(ctx.queryParam("after"));
        if (index.isPresent() && after.isPresent()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "ask by index or by event, not by both");
        }
        return Optional.ofNullable(ctx.header("Last-Event-ID"))
                .or(() -> after)
                .<ReadingPlace>map(text -> new AfterEvent(number(text, Long::parseLong)))
                .or(() -> index.map(text -> new FromPiece(number(text, Integer::parseInt))))
                .orElse(new AfterEvent(0));
    }

    private static <T extends Number> T number(String text, Function<String, T> reading) {
        try {
            T number = reading.apply(text);
            if (number.longValue() >= 0) {
                return number;
            }
        } catch (NumberFormatException _) { // said below
        }
        throw new ProblemException(
                ProblemCode.REQUEST_INVALID, "an event's id and a piece's index are numbers from 0 on");
    }
}
