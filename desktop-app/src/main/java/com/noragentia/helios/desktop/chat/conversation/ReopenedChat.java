/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.chat.markdown.BlockStream;
import com.noragentia.helios.desktop.history.Branches;
import com.noragentia.helios.desktop.history.Outcome;
import com.noragentia.helios.desktop.history.SavedChat;
import com.noragentia.helios.desktop.history.SavedExchange;
import com.noragentia.helios.desktop.history.SavedFile;
import com.noragentia.helios.desktop.history.SavedQuestion;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chat that was kept, ready to be shown and gone on with.
 *
 * @param draft what was being written when it was left
 */
public record ReopenedChat(String name, String draft, Branches<Exchange> branches, ChatRecord record) {

    /** Makes it of what was read. Takes a while in a long chat, and belongs to no other thread than the caller's until it is done. */
    static ReopenedChat of(SavedChat saved, ChatShelf shelf, Clock clock) {
        Map<Long, Exchange> byId = new HashMap<>();
        IdentityHashMap<Exchange, SavedExchange> origins = new IdentityHashMap<>();
        List<Exchange> exchanges = new ArrayList<>();
        for (SavedExchange from : saved.branches().all()) {
            Optional<Exchange> parent = from.parent().isPresent()
                    ? Optional.ofNullable(byId.get(from.parent().getAsLong()))
                    : Optional.empty();
            Exchange exchange = exchange(from, parent);
            byId.put(from.id(), exchange);
            origins.put(exchange, from);
            exchanges.add(exchange);
        }
        List<SavedExchange> shown = saved.branches().shown();
        Optional<Exchange> tip = shown.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byId.get(shown.getLast().id()));
        return new ReopenedChat(
                saved.name(),
                saved.draft(),
                new Branches<>(exchanges, Exchange::parent, tip),
                new KeptChat(shelf, saved, origins, clock));
    }

    private static Exchange exchange(SavedExchange from, Optional<Exchange> parent) {
        Exchange exchange = new Exchange(question(from.question()), parent);
        exchange.restore(
                from.answer(),
                () -> new BlockStream(AnswerPen.readerFor(exchange.question().expert())).append(from.answer()));
        exchange.show(state(from.outcome()));
        return exchange;
    }

    private static Question question(SavedQuestion from) {
        List<PendingFile> files = from.files().stream().map(ReopenedChat::file).toList();
        return new Question(from.text(), files, from.language());
    }

    private static PendingFile file(SavedFile from) {
        return new PendingFile(from.place(), from.name(), from.type(), from.bytes());
    }

    private static AnswerState state(Optional<Outcome> outcome) {
        return switch (outcome.orElse(null)) {
            case Outcome.Answered(var result) -> new AnswerState.Answered(result);
            case Outcome.Failed(var problem) -> new AnswerState.Failed(problem);
            case Outcome.Stopped stopped -> new AnswerState.Stopped();
            case null -> new AnswerState.Interrupted();
        };
    }
}
