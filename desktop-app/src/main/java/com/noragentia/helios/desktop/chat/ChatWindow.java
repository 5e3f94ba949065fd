/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.settings.WorkerSettings;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.tray.Trays;
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
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The chat window, and its icon in the tray. It starts JavaFX where that is not running yet, so any main may open it. */
public final class ChatWindow {

    private static final double MIN_WIDTH_PIXELS = 420;
    private static final double MIN_HEIGHT_PIXELS = 420;
    /** How long a closed window waits for the network to take back a question. */
    private static final long FAREWELL_MILLIS = 2_000;

    private ChatWindow() {}

    /**
     * Shows the window and returns when it is closed for good: with an icon in the tray, closing only hides it. Must not be called on the
     * JavaFX thread. {@code network} stays open.
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
                    ChatScene chat = new ChatScene(
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
                                    new PolicyFiles(new DataFolder(folder)), threads.ui(), threads.background()));
                    TrayDoor door = show(chat, look, threads, closed);
                    if (worker.hears()) {
                        findTray(chat, worker, threads, door);
                    }
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

    private static TrayDoor show(ChatScene chat, Look look, ChatThreads threads, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        stage.titleProperty().bind(chat.words().live("window.title"));
        stage.getIcons().addAll(HeliosIcon.forWindows());
        stage.setMinWidth(MIN_WIDTH_PIXELS);
        stage.setMinHeight(MIN_HEIGHT_PIXELS);
        stage.setScene(chat.scene());
        Platform.setImplicitExit(false); // a window that is hidden has not ended Helios
        TrayDoor door = new TrayDoor(stage, chat.words(), look, threads, () -> {
            chat.close();
            Platform.setImplicitExit(true);
            closed.complete(null);
        });
        stage.show();
        chat.focusComposer();
        return door;
    }

    private static void findTray(ChatScene chat, WorkerWatch worker, ChatThreads threads, TrayDoor door) {
        TrayPresenter.TrayActions actions = new TrayPresenter.TrayActions(
                door::open,
                () -> {
                    door.open();
                    chat.openSettings();
                },
                door::quit);
        threads.background()
                .execute(() -> Trays.open(() -> threads.ui().execute(door::open))
                        .ifPresent(tray -> threads.ui()
                                .execute(() -> door.lead(new TrayPresenter(
                                        tray,
                                        worker,
                                        chat.words(),
                                        threads,
                                        Clock.system(ZoneId.systemDefault()),
                                        actions)))));
    }
}
