/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.history.Branches;
import com.noragentia.helios.desktop.network.NetworkClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * A chat: its exchanges, of which at most one is being answered. A question that is edited, and an answer that is asked for anew, begin another branch,
 * and each branch can be shown again. UI thread only.
 */
public final class Conversation implements AutoCloseable {

    private final NetworkClient network;
    private final ChatThreads threads;
    private final RandomGenerator random;
    private final Function<String, ChatRecord> records;
    private final AnswerNotes notes;
    private final LeftChats left = new LeftChats();
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();
    /** One view for good: listeners of a view that nobody holds go when it goes. */
    private final ObservableList<Exchange> exchangesView = FXCollections.unmodifiableObservableList(exchanges);

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final List<Exchange> all = new ArrayList<>();
    private String name;
    private final ReadOnlyObjectWrapper<ChatRecord> record;
    private @Nullable Exchange current;
    private @Nullable Asking asking;

    /** One that is kept nowhere. */
    public Conversation(NetworkClient network, ChatThreads threads, RandomGenerator random) {
        this(network, threads, random, name -> new ChatRecord.Unkept());
    }

    /**
     * One that begins empty.
     *
     * @param random for the name under which the network knows which questions belong together; hard to guess
     * @param records of a new chat of a name
     */
    public Conversation(
            NetworkClient network, ChatThreads threads, RandomGenerator random, Function<String, ChatRecord> records) {
        this.network = network;
        this.threads = threads;
        this.random = random;
        this.records = records;
        this.notes = new AnswerNotes(threads);
        this.name = newName();
        this.record = new ReadOnlyObjectWrapper<>(records.apply(name));
    }

    /** A name of a conversation, hard to guess. */
    public String newName() {
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** What is shown, oldest first. */
    public ObservableList<Exchange> exchanges() {
        return exchangesView;
    }

    /** Whether an answer is on its way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** @throws IllegalStateException while an answer is on its way */
    public void ask(Question question) {
        begin(question, exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast()));
    }

    /** Asks the same once more. An answer that had come stays as another version; what brought nothing makes room. */
    public void askAgain(Exchange exchange) {
        if (exchanges.contains(exchange) && !busy.get()) {
            boolean isVoid = exchange.text().isEmpty() && all.stream().noneMatch(other -> isChild(other, exchange));
            if (isVoid) {
                record.get().dropped(exchange);
                all.remove(exchange);
            }
            begin(exchange.question(), exchange.parent());
        }
    }

    private static boolean isChild(Exchange exchange, Exchange parent) {
        return exchange.parent().filter(before -> before == parent).isPresent();
    }

    /** Asks something else in place of a question; what followed it stays as another version. */
    public void edit(Exchange exchange, Question question) {
        if (exchanges.contains(exchange) && !busy.get()) {
            begin(question, exchange.parent());
        }
    }

    /** Asks on after an exchange; what followed it stays as another version. */
    public void follow(Exchange exchange, Question question) {
        if (exchanges.contains(exchange) && !busy.get()) {
            begin(question, Optional.of(exchange));
        }
    }

    private void begin(Question question, Optional<Exchange> parent) {
        if (busy.get()) {
            throw new IllegalStateException("one question at a time");
        }
        exchanges.remove(parent.map(exchanges::indexOf).orElse(-1) + 1, exchanges.size());
        Exchange exchange = new Exchange(question, parent);
        Asking begun = new Asking(network, threads, exchange, History.of(exchanges), name);
        current = exchange;
        asking = begun;
        busy.set(true);
        all.add(exchange);
        exchanges.add(exchange);
        notes.follow(exchange, record.get(), () -> {
            if (exchange == current) {
                busy.set(false);
            }
        });
        threads.background().execute(begun);
    }

    /** The versions of the place of an exchange that is shown, oldest first, itself among them. */
    public List<Exchange> versions(Exchange exchange) {
        return branches().versions(exchange);
    }

    private Branches<Exchange> branches() {
        return new Branches<>(
                all, Exchange::parent, Optional.ofNullable(exchanges.isEmpty() ? null : exchanges.getLast()));
    }

    /** Shows the newest branch of a version; not while an answer is on its way. */
    public void turnTo(Exchange version) {
        if (!busy.get() && all.contains(version)) {
            Exchange tip = branches().newestBelow(version);
            List<Exchange> shown = new Branches<>(all, Exchange::parent, Optional.of(tip)).shown();
            int same = 0;
            while (same < Math.min(shown.size(), exchanges.size()) && shown.get(same) == exchanges.get(same)) {
                same++;
            }
            exchanges.remove(same, exchanges.size());
            exchanges.addAll(shown.subList(same, shown.size()));
            record.get().turnedTo(tip);
        }
    }

    /** Takes the question back that is being answered. What had come stays. False if there was none. */
    public boolean stop() {
        if (busy.get() && asking != null && current != null) {
            current.show(new AnswerState.Stopping());
            asking.stop();
            return true;
        }
        return false;
    }

    /** Begins an empty chat. An answer that is on its way in this one goes on if the chat is kept. */
    public void startAnew() {
        leave();
        name = newName();
        record.set(records.apply(name));
    }

    /** Begins an empty chat that is kept nowhere. An answer that is on its way in this one goes on if the chat is kept. */
    public void startTemporary() {
        leave();
        name = newName();
        record.set(new ChatRecord.Unkept());
    }

    /**
     * Goes on with another chat. An answer that is on its way in this one goes on if the chat is kept.
     *
     * @param from what was kept of it; if it was left while it was being answered, the answer is found as it grows
     */
    public void goOnWith(ReopenedChat from) {
        leave();
        LeftChat chat = left.take(from.name()).orElseGet(() -> LeftChat.of(from));
        name = chat.name();
        all.addAll(chat.all());
        current = chat.current();
        asking = chat.asking();
        busy.set(chat.isBeingAnswered());
        exchanges.setAll(chat.shown());
        record.set(chat.record());
    }

    /** Stops what is being answered in chats, for good. */
    public void forget(Collection<Long> chats) {
        left.forget(chats);
        if (isKeptIn(chats)) {
            stop();
        }
    }

    private boolean isKeptIn(Collection<Long> chats) {
        return record.get() instanceof KeptChat kept && kept.isIn(chats);
    }

    /** The chats in which an answer is on its way. */
    public ObservableValue<Set<Long>> answered() {
        return notes.answered();
    }

    private void leave() {
        LeftChat chat = new LeftChat(name, List.copyOf(all), List.copyOf(exchanges), record.get(), current, asking);
        if (chat.mayGoOn()) {
            left.add(chat);
        } else {
            stop();
        }
        current = null;
        asking = null;
        busy.set(false);
        all.clear();
        exchanges.clear();
    }

    /** Where it is written down. */
    public ReadOnlyObjectProperty<ChatRecord> record() {
        return record.getReadOnlyProperty();
    }

    @Override
    public void close() {
        stop();
        left.close();
    }
}
