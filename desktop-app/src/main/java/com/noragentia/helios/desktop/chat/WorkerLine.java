/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.supervisor.LocalWorker;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.language.IdlePhrases;
import com.noragentia.helios.language.Phrases;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** One line that says what this computer does for the network, and if nothing, why, and warns of a ledger that does not fit; not there where that is unknown. UI thread only. */
final class WorkerLine extends Label implements AutoCloseable {

    private final ObjectProperty<LocalWorker> worker = new SimpleObjectProperty<>(LocalWorker.UNKNOWN);
    private final Runnable unfollow;

    WorkerLine(WorkerWatch watch, Words words, Executor ui) {
        super("", new Icon(Feather.MONITOR));
        setId("worker-line");
        getStyleClass().add("worker-line");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(words.live(phrases -> say(worker.get(), phrases), worker));
        worker.subscribe(now -> {
            boolean isKnown = now.presence() != LocalWorker.Presence.UNKNOWN;
            setVisible(isKnown);
            setManaged(isKnown);
        });
        unfollow = watch.follow(now -> ui.execute(() -> worker.set(now)));
    }

    private static String say(LocalWorker worker, Phrases phrases) {
        String doing = doing(worker, phrases);
        return worker.isLedgerDoubted() ? phrases.say("worker.ledger-doubted", doing) : doing;
    }

    private static String doing(LocalWorker worker, Phrases phrases) {
        if (worker.presence() != LocalWorker.Presence.HERE) {
            return phrases.say("worker.away");
        }
        if (!worker.tasks().isEmpty()) {
            return phrases.say("worker.working", worker.tasks().size());
        }
        return worker.loading().isEmpty()
                ? new IdlePhrases(phrases.language()).sentence(worker.passedOver())
                : phrases.say("worker.loading");
    }

    @Override
    public void close() {
        unfollow.run();
    }
}
