/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.reading;

import com.noragentia.helios.protocol.task.ChatOption;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.document.Passage;
import com.noragentia.helios.worker.expert.writing.Author;
import java.util.ArrayList;
import java.util.List;

/** How many passages a model can read at once, with room for what it writes. Thread-safe. */
record ReadingRoom(Author author) {

    /** The share of the context that is kept for the answer, one in so many. */
    private static final int SHARE_OF_ANSWER = 4;
    /** Where two texts meet, a tokenizer may need another token or two. */
    private static final long TOKENS_BETWEEN = 2;

    /** The longest text that is written at once; no longer than what is paid for. */
    int answerTokens() {
        return (int) Math.min(ChatOption.MAX_TOKENS.most(), Math.max(1, author.contextTokens() / SHARE_OF_ANSWER));
    }

    /** As many passages from the first as fit; one that is too long by itself is passed over. */
    List<Passage> fitting(Brief brief, List<Passage> passages) throws ModelFailure {
        List<List<Passage>> sheets = sheets(brief, passages);
        return sheets.isEmpty() ? List.of() : sheets.getFirst();
    }

    /** All passages in order, as few sheets as hold them, each of which fits; one that is too long by itself is left out. */
    List<List<Passage>> sheets(Brief brief, List<Passage> passages) throws ModelFailure {
        long room = (long) author.contextTokens() - answerTokens() - author.tokens(brief.order(List.of()));
        List<List<Passage>> sheets = new ArrayList<>();
        List<Passage> open = new ArrayList<>();
        long used = 0;
        for (Passage passage : passages) {
            long tokens =
                    TOKENS_BETWEEN + author.tokens(PassageSheet.block(open.size() + 1, passage, brief.language()));
            if (tokens > room) {
                continue;
            }
            if (used + tokens > room) {
                sheets.add(List.copyOf(open));
                open.clear();
                used = 0;
            }
            open.add(passage);
            used += tokens;
        }
        if (!open.isEmpty()) {
            sheets.add(List.copyOf(open));
        }
        return sheets;
    }
}
