/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.LocalWorker;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** One line that says what this computer does for the network, and if nothing, why, and warns of a ledger that does not fit; not there where that is unknown. UI thread only. */
final class WorkerLine extends Label implements AutoCloseable {

    private final ObjectProperty<LocalWorker> worker = new SimpleObjectProperty<>(LocalWorker.UNKNOWN);
    /** The time that is left of a pause is told anew each minute. */
    private final IntegerProperty minute = new SimpleIntegerProperty();

    private final Future<?> minutes;
    private final Runnable unfollow;

    WorkerLine(WorkerWatch watch, Words words, ChatThreads threads) {
        super("", new Icon(Feather.MONITOR));
        setId("worker-line");
        getStyleClass().add("worker-line");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(words.live(phrases -> WorkerWords.say(worker.get(), phrases), worker, minute));
        worker.subscribe(now -> {
            boolean isKnown = now.presence() != LocalWorker.Presence.UNKNOWN;
            setVisible(isKnown);
            setManaged(isKnown);
        });
        unfollow = watch.follow(now -> threads.ui().execute(() -> worker.set(now)));
        minutes = threads.timer()
                .scheduleWithFixedDelay(
                        () -> threads.ui().execute(() -> minute.set(minute.get() + 1)), 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        minutes.cancel(false);
        unfollow.run();
    }
}
