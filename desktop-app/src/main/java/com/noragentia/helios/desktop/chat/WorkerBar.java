/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Words;
import java.time.Clock;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What this computer does for the network, and beside it what may be wished of it. UI thread only. */
final class WorkerBar extends HBox implements AutoCloseable {

    private final WorkerLine line;
    private final PauseMenu menu;

    WorkerBar(WorkerWatch watch, Words words, ChatThreads threads, Clock clock) {
        line = new WorkerLine(watch, words, threads);
        menu = new PauseMenu(watch, words, threads, clock);
        getStyleClass().add("worker-bar");
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        menu.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(line, menu);
    }

    @Override
    public void close() {
        line.close();
        menu.close();
    }
}
