/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.MemoryChoiceStore;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxAssert;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class TrayDoorTest {

    private final KnownTray tray = new KnownTray();
    private final AtomicInteger ended = new AtomicInteger();
    private final Words words = new Words(ChatScene.class, "chat", Language.EN);
    private final MemoryChoiceStore store = new MemoryChoiceStore(Choices.FIRST);
    private ChatThreads threads;
    private Look look;
    private Stage stage;
    private TrayDoor door;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        threads = ChatThreads.around(Platform::runLater);
        look = WaitForAsyncUtils.asyncFx(() -> new Look(store.load(), store, threads.background()))
                .get(10, TimeUnit.SECONDS);
        door = WaitForAsyncUtils.asyncFx(() -> new TrayDoor(stage, words, look, threads, ended::incrementAndGet))
                .get(10, TimeUnit.SECONDS);
        onUi(() -> {
            stage.setScene(new Scene(new StackPane(), 600, 400));
            stage.show();
        });
    }

    @AfterEach
    void close() {
        onUi(stage::hide);
        threads.close();
    }

    private static void onUi(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    private void thereIsATray() {
        onUi(() -> door.lead(new TrayPresenter(
                tray,
                new WorkerWatch(),
                words,
                threads,
                Clock.systemUTC(),
                new TrayPresenter.TrayActions(door::open, () -> {}, door::quit))));
    }

    private void askToClose() {
        Platform.runLater(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void isKnown() {
        onUi(() -> look.choose(Choices::withTrayKnown));
    }

    @Test
    void without_a_tray_closing_ends_helios() {
        askToClose();

        await().until(() -> ended.get() == 1 && !stage.isShowing());
    }

    @Test
    void with_a_tray_closing_hides_the_window_and_the_icon_brings_it_back() {
        thereIsATray();
        isKnown();
        askToClose();
        await().until(() -> !stage.isShowing());
        assertThat(ended).hasValue(0);

        tray.choose("Open Helios");
        await().until(stage::isShowing);
        tray.choose("Quit Helios");
        await().until(() -> ended.get() == 1 && tray.isClosed);
    }

    @Test
    void the_first_time_it_is_told_and_remembered() {
        thereIsATray();
        askToClose();
        await().until(() -> FxAssert.assertContext()
                .getNodeFinder()
                .lookup("Close the window")
                .tryQuery()
                .isPresent());
        new QuickTypist().clickOn("Close the window");

        await().until(() -> !stage.isShowing());
        assertThat(ended).hasValue(0);
        await().until(() -> store.load().trayKnown());
    }

    @Test
    void a_tray_that_goes_brings_the_hidden_window_back() {
        thereIsATray();
        isKnown();
        askToClose();
        await().until(() -> !stage.isShowing());
        tray.isThere = false;

        await().until(stage::isShowing);
    }
}
