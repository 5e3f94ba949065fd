/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.settings.WorkerSettings;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.ChoiceStore;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.HeliosIcon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.PreferencesChoiceStore;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The chat window. It starts JavaFX where that is not running yet, so any main may open it. */
public final class ChatWindow {

    private static final double MIN_WIDTH_PIXELS = 420;
    private static final double MIN_HEIGHT_PIXELS = 420;
    /** How long a closed window waits for the network to take back a question. */
    private static final long FAREWELL_MILLIS = 2_000;

    private ChatWindow() {}

    /**
     * Shows the window and returns when it is closed. Must not be called on the JavaFX thread. {@code network} stays open.
     *
     * @param worker what is known of this computer's own worker
     * @param folder where chats are kept
     * @throws UnsupportedOperationException if there is no display
     */
    public static void open(
            NetworkClient network, WorkerWatch worker, Language language, Path folder, ProblemWords problems) {
        ChoiceStore store = PreferencesChoiceStore.ofUser();
        Choices choices = store.load();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Clock clock = Clock.systemUTC();
        try (ChatThreads threads = ChatThreads.around(Platform::runLater);
                ChatShelf shelf = new ChatShelf(folder, threads, clock);
                PastedPictures pictures = new PastedPictures()) {
            onJavaFx(() -> {
                try {
                    Look look = new Look(choices, store, threads.background());
                    show(
                            new ChatScene(
                                    network,
                                    worker,
                                    language,
                                    problems,
                                    look,
                                    threads,
                                    shelf,
                                    clock,
                                    pictures,
                                    new WorkerSettings(
                                            new PolicyFiles(new DataFolder(folder)),
                                            threads.ui(),
                                            threads.background())),
                            closed);
                } catch (RuntimeException e) {
                    closed.completeExceptionally(e);
                }
            });
            closed.join();
            threads.finish(FAREWELL_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException("pasted pictures could not be removed", e);
        }
    }

    private static void onJavaFx(Runnable action) {
        try {
            Platform.startup(action);
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(action);
        }
    }

    private static void show(ChatScene chat, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        stage.titleProperty().bind(chat.words().live("window.title"));
        stage.getIcons().addAll(HeliosIcon.forWindows());
        stage.setMinWidth(MIN_WIDTH_PIXELS);
        stage.setMinHeight(MIN_HEIGHT_PIXELS);
        stage.setScene(chat.scene());
        stage.setOnHidden(event -> {
            chat.close();
            closed.complete(null);
        });
        stage.show();
        chat.focusComposer();
    }
}
