/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.Outcome;
import com.noragentia.helios.desktop.history.SavedChat;
import com.noragentia.helios.desktop.history.SavedExchange;
import com.noragentia.helios.desktop.history.SavedFile;
import com.noragentia.helios.desktop.history.SavedQuestion;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes a chat to the file of this computer. Begins it there with its first question. UI thread only; does not block. */
public final class KeptChat implements ChatRecord {

    private final ChatShelf shelf;
    private final String name;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<OptionalLong> id = new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    /** The file's, on the thread that writes it. */
    private final IdentityHashMap<Exchange, Long> ids = new IdentityHashMap<>();

    private OptionalLong chat = OptionalLong.empty();

    KeptChat(ChatShelf shelf, String name, Clock clock) {
        this.shelf = shelf;
        this.name = name;
        this.clock = clock;
    }

    /**
     * Goes on with a chat that was read.
     *
     * @param exchanges those made of it
     */
    KeptChat(ChatShelf shelf, SavedChat saved, Map<Exchange, SavedExchange> exchanges, Clock clock) {
        this(shelf, saved.name(), clock);
        chat = OptionalLong.of(saved.id());
        id.set(chat);
        exchanges.forEach((exchange, from) -> ids.put(exchange, from.id()));
    }

    /** Of the chat in the file; empty before its first question, and until that is written. */
    public ReadOnlyObjectProperty<OptionalLong> id() {
        return id.getReadOnlyProperty();
    }

    /** Whether its number in the file is one of {@code chats}. */
    boolean isIn(Collection<Long> chats) {
        return id.get().isPresent() && chats.contains(id.get().getAsLong());
    }

    @Override
    public void asked(Exchange exchange) {
        SavedQuestion question = saved(exchange.question(), clock.instant());
        shelf.change(history -> {
            if (chat.isPresent() && !history.chats().has(chat.getAsLong())) {
                chat = OptionalLong.empty(); // another window deleted it
                ids.clear();
            }
            if (chat.isEmpty()) {
                ChatHistory.Begun begun = history.begin(name, question);
                chat = OptionalLong.of(begun.chat());
                ids.put(exchange, begun.exchange());
            } else {
                OptionalLong parent =
                        exchange.parent().map(ids::get).map(OptionalLong::of).orElse(OptionalLong.empty());
                ids.put(exchange, history.exchanges().add(chat.getAsLong(), parent, question));
            }
        });
        shelf.read(history -> chat, id::set);
    }

    private static SavedQuestion saved(Question question, Instant at) {
        return new SavedQuestion(
                question.text(), question.files().stream().map(KeptChat::saved).toList(), question.language(), at);
    }

    private static SavedFile saved(PendingFile file) {
        return new SavedFile(file.path().toString(), file.name(), file.type(), file.bytes());
    }

    @Override
    public void wrote(Exchange exchange) {
        String text = exchange.text();
        shelf.write(history -> known(exchange, number -> history.exchanges().write(number, text)));
    }

    @Override
    public void ended(Exchange exchange) {
        String text = exchange.text();
        Optional<Outcome> outcome = outcome(exchange.state().get());
        Instant at = clock.instant();
        outcome.ifPresent(end -> shelf.change(
                history -> known(exchange, number -> history.exchanges().end(number, text, end, at))));
    }

    private static Optional<Outcome> outcome(AnswerState state) {
        return switch (state) {
            case AnswerState.Answered answered -> Optional.of(new Outcome.Answered(answered.result()));
            case AnswerState.Failed failed -> Optional.of(new Outcome.Failed(failed.problem()));
            case AnswerState.Stopped stopped -> Optional.of(new Outcome.Stopped());
            case AnswerState.Interrupted interrupted -> Optional.empty();
            case AnswerState.Uploading u -> Optional.empty();
            case AnswerState.Sending s -> Optional.empty();
            case AnswerState.Waiting w -> Optional.empty();
            case AnswerState.Explained e -> Optional.empty();
            case AnswerState.Started s -> Optional.empty();
            case AnswerState.Working w -> Optional.empty();
            case AnswerState.Parts p -> Optional.empty();
            case AnswerState.PassedOn p -> Optional.empty();
            case AnswerState.Stopping s -> Optional.empty();
        };
    }

    @Override
    public void turnedTo(Exchange tip) {
        shelf.write(history -> known(tip, number -> history.chats().turnTo(chat.orElseThrow(), number)));
    }

    @Override
    public void dropped(Exchange exchange) {
        shelf.write(history -> known(exchange, number -> history.exchanges().remove(number)));
    }

    /** What was asked while nothing could be kept is not known there. */
    private void known(Exchange exchange, LongConsumer work) {
        Long number = ids.get(exchange);
        if (number != null) {
            work.accept(number);
        }
    }
}
