/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.HistoryOpening;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chats of this computer as the window uses them: the file is opened, read and written in order on a thread of its own. UI thread only;
 * nothing here blocks, but {@link #close}.
 */
public final class ChatShelf implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatShelf.class);

    /** The last words of a chat are on the disk long before. */
    private static final long FAREWELL_MILLIS = 2_000;

    private final ChatThreads threads;
    private final Clock clock;
    /** What comes after the end is a word too late. */
    private final ExecutorService queue = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofVirtual().name("chats").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    private final ReadOnlyObjectWrapper<ShelfState> state = new ReadOnlyObjectWrapper<>(new ShelfState.Opening());
    private final ObservableList<ChatEntry> chats = FXCollections.observableArrayList();
    private final ObservableList<ChatEntry> chatsView = FXCollections.unmodifiableObservableList(chats);
    /** The queue's. */
    private Optional<ChatHistory> history = Optional.empty();

    /** @param folder where the file lies or is made */
    public ChatShelf(Path folder, ChatThreads threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
        queue.execute(() -> open(folder));
    }

    private void open(Path folder) {
        ShelfState opened = switch (HistoryOpening.in(folder, clock)) {
            case HistoryOpening.Opened(ChatHistory found) -> use(found, new ShelfState.Open());
            case HistoryOpening.BegunAnew(ChatHistory fresh, Path old) -> use(fresh, new ShelfState.BegunAnew(old));
            case HistoryOpening.MadeByNewer newer -> new ShelfState.MadeByNewer();
            case HistoryOpening.Unusable unusable -> new ShelfState.Unusable();
        };
        threads.ui().execute(() -> state.set(opened));
        list();
    }

    private ShelfState use(ChatHistory found, ShelfState next) {
        history = Optional.of(found);
        return next;
    }

    /** On the queue. */
    private void list() {
        List<ChatEntry> found = history.map(open -> open.chats().list()).orElse(List.of());
        threads.ui().execute(() -> chats.setAll(found));
    }

    public ReadOnlyObjectProperty<ShelfState> state() {
        return state.getReadOnlyProperty();
    }

    /** The last changed first. */
    public ObservableList<ChatEntry> chats() {
        return chatsView;
    }

    /** A record for a new chat. */
    public ChatRecord newRecord(String name) {
        return new KeptChat(this, name, clock);
    }

    /** Reads a chat, and hands it over to the UI thread; not at all if it is gone. */
    public void open(long chat, Consumer<ReopenedChat> then) {
        read(
                history -> history.read(chat).map(saved -> ReopenedChat.of(saved, this, clock)),
                found -> found.ifPresent(then));
    }

    /** Changes what is kept, and shows the list anew. Does nothing where chats are not kept. */
    public void change(Consumer<ChatHistory> work) {
        write(work);
        queue.execute(() -> guarded(this::list));
    }

    /** Changes what is kept and no list shows. */
    public void write(Consumer<ChatHistory> work) {
        queue.execute(() -> guarded(() -> history.ifPresent(work)));
    }

    /** Reads, and hands over what was found to the UI thread; not at all where chats are not kept. */
    public <T> void read(Function<ChatHistory, T> work, Consumer<T> then) {
        queue.execute(() -> guarded(() -> history.ifPresent(open -> {
            T found = work.apply(open);
            threads.ui().execute(() -> then.accept(found));
        })));
    }

    /** A disk that is full or gone costs the chats, not the window. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // The message could quote the member, so only the kind of error is logged.
            LOG.error("the chats cannot be kept any more: {}", e.getClass().getName());
            history = Optional.empty();
            threads.ui().execute(() -> state.set(new ShelfState.Unusable()));
        }
    }

    /** Waits for what is still to be written. */
    @Override
    public void close() {
        queue.shutdown();
        try {
            if (!queue.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("the last words of a chat may be lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
