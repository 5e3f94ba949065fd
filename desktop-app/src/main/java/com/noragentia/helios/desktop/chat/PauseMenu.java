/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.LocalWorker;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Serves;
import com.noragentia.helios.worker.policy.Wish;
import java.time.Clock;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What a person may wish of this computer's worker; not there where nobody would hear it. UI thread only. */
final class PauseMenu extends MenuButton implements AutoCloseable {

    private final WorkerWatch watch;
    private final Words words;
    private final ChatThreads threads;
    private final Runnable unfollow;

    PauseMenu(WorkerWatch watch, Words words, ChatThreads threads, Clock clock) {
        super("", new Icon(Feather.PAUSE));
        this.watch = watch;
        this.words = words;
        this.threads = threads;
        setId("pause-menu");
        setVisible(false);
        setManaged(false);
        getStyleClass().add("pause-menu");
        textProperty().bind(words.live("pause"));
        accessibleTextProperty().bind(words.live("pause.menu"));
        MenuItem resume = item(PauseWish.RESUME, clock);
        PauseWish.PAUSES.forEach(pause -> getItems().add(item(pause, clock)));
        getItems().addAll(new SeparatorMenuItem(), item(PauseWish.FINISH, clock), resume);
        unfollow = watch.follow(now -> threads.ui().execute(() -> show(now, resume)));
    }

    private MenuItem item(PauseWish wish, Clock clock) {
        MenuItem item = new MenuItem();
        item.setId("pause-" + wish.key());
        item.textProperty().bind(words.live("pause." + wish.key()));
        item.setOnAction(event -> {
            Wish wished = wish.wish(clock);
            threads.background().execute(() -> watch.wish(wished));
        });
        return item;
    }

    private void show(LocalWorker worker, MenuItem resume) {
        boolean isUseful = watch.hears() && worker.policy().isPresent();
        setVisible(isUseful);
        setManaged(isUseful);
        resume.setDisable(
                worker.policy().filter(state -> state.serves() == Serves.NOBODY).isEmpty());
    }

    @Override
    public void close() {
        unfollow.run();
    }
}
