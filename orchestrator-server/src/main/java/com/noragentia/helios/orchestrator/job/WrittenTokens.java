/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.WrittenAnswer;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a language model has written from the events of a job. A piece without tokens, or of another model than the others, means that
 * nobody can go on with it; what came before the answer was begun anew is void. Not thread-safe.
 */
final class WrittenTokens {

    private static final String BETWEEN = ",";

    private final List<WrittenAnswer.Piece> pieces = new ArrayList<>();
    private String running = "";
    private String writer = "";
    private long tokens;
    private long characters;
    private boolean isWhole = true;
    private boolean isOfOne = true;
    private boolean hasTokens;

    /** As stored beside a piece. */
    static String join(List<Integer> tokens) {
        return tokens.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }

    /** The next event of the job; whether it changed anything is nobody's business. */
    boolean add(JobEvent event, @Nullable String stored) {
        if (event instanceof JobEvent.Started started) {
            running = started.model();
        } else if (event.equals(JobEvent.Requeued.ANEW)) {
            beginAnew();
        } else if (event instanceof JobEvent.Token piece) {
            isOfOne &= writer.isEmpty() || writer.equals(running);
            isWhole &= stored != null && isOfOne;
            hasTokens |= stored != null;
            writer = running;
            add(piece.text(), stored == null ? "" : stored);
        }
        return isWhole;
    }

    private void beginAnew() {
        pieces.clear();
        writer = "";
        tokens = 0;
        characters = 0;
        isWhole = true;
        isOfOne = true;
        hasTokens = false;
    }

    /** Whether a model that wrote no tokens wrote all of it, so that it does the same again; nothing at all is repeated by any. */
    boolean isRepeatedBy(String model) {
        return writer.isEmpty() || (isOfOne && !hasTokens && writer.equals(model));
    }

    private void add(String text, String stored) {
        List<Integer> ids = stored.isEmpty()
                ? List.of()
                : Arrays.stream(stored.split(BETWEEN)).map(Integer::valueOf).toList();
        tokens += ids.size();
        characters += text.length();
        if (isShort()) {
            pieces.add(new WrittenAnswer.Piece(text, ids));
        }
    }

    Optional<WrittenAnswer> answer() {
        return isWhole && !pieces.isEmpty() && isShort()
                ? Optional.of(new WrittenAnswer(writer, pieces))
                : Optional.empty();
    }

    private boolean isShort() {
        return !Limit.CONTINUED_TOKENS.isPassedBy(tokens) && !Limit.CONTINUED_CHARACTERS.isPassedBy(characters);
    }
}
