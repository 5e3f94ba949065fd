/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.network.NetworkClient;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The exchanges of one chat, of which at most one is being answered. UI thread only. */
public final class Conversation implements AutoCloseable {

    private final NetworkClient network;
    private final ChatThreads threads;
    private final RandomGenerator random;
    private final ObservableList<Exchange> exchanges = FXCollections.observableArrayList();
    /** One view for good: listeners of a view that nobody holds go when it goes. */
    private final ObservableList<Exchange> exchangesView = FXCollections.unmodifiableObservableList(exchanges);

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private String name;
    private @Nullable Exchange current;
    private @Nullable Asking asking;

    /** @param random for the name under which the network knows which questions belong together; hard to guess */
    public Conversation(NetworkClient network, ChatThreads threads, RandomGenerator random) {
        this.network = network;
        this.threads = threads;
        this.random = random;
        this.name = newName();
    }

    private String newName() {
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** Oldest first. */
    public ObservableList<Exchange> exchanges() {
        return exchangesView;
    }

    /** Whether an answer is on its way. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** @throws IllegalStateException while an answer is on its way */
    public void ask(Question question) {
        begin(question, exchanges.size());
    }

    /** Asks the same once more, in place of an exchange that went wrong. */
    public void askAgain(Exchange failed) {
        int index = exchanges.indexOf(failed);
        if (index >= 0 && !busy.get()) {
            exchanges.remove(index);
            begin(failed.question(), index);
        }
    }

    private void begin(Question question, int index) {
        if (busy.get()) {
            throw new IllegalStateException("one question at a time");
        }
        Exchange exchange = new Exchange(question);
        Asking begun = new Asking(network, threads, exchange, History.of(exchanges.subList(0, index)), name);
        current = exchange;
        asking = begun;
        busy.set(true);
        exchange.state().subscribe(state -> {
            if (state.isOver() && exchange == current) {
                busy.set(false);
            }
        });
        exchanges.add(index, exchange);
        threads.background().execute(begun);
    }

    /** Takes the question back that is being answered, if any. What had come stays. */
    public void stop() {
        if (busy.get() && asking != null && current != null) {
            current.show(new AnswerState.Stopping());
            asking.stop();
        }
    }

    /** Ends this chat and begins an empty one. */
    public void startAnew() {
        stop();
        current = null;
        asking = null;
        busy.set(false);
        name = newName();
        exchanges.clear();
    }

    @Override
    public void close() {
        stop();
    }
}
