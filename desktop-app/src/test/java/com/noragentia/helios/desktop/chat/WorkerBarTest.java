/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.agent.WorkerReport;
import com.noragentia.helios.worker.policy.Reason;
import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The line that says what this computer does for the network, and the menu beside it. */
@Timeout(30)
class WorkerBarTest {

    private static final long MILLIS = 10_000;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final WorkerWatch watch = new WorkerWatch(wishes::add);
    private ChatThreads threads;
    private Words words;

    @BeforeEach
    void begin() throws Exception {
        FxToolkit.registerPrimaryStage();
        threads = ChatThreads.around(Platform::runLater);
        words = onUi(() -> new Words(ChatScene.class, "chat", Language.EN));
    }

    @AfterEach
    void end() {
        threads.close();
    }

    private WorkerBar bar(WorkerWatch of) {
        return onUi(() -> new WorkerBar(of, words, threads, Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    private static PauseMenu menu(WorkerBar bar) {
        return (PauseMenu) bar.getChildren().getLast();
    }

    private void says(WorkerState state) {
        watch.accept(new NetworkEvent.Worker(new WorkerReport.Policy(state)));
    }

    private String line(WorkerBar bar) {
        return onUi(() -> ((Label) bar.getChildren().getFirst()).getText());
    }

    private static MenuItem item(WorkerBar bar, String id) {
        return menu(bar).getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_line_tells_the_reason_in_the_language_of_the_window() {
        WorkerBar bar = bar(watch);
        watch.accept(new NetworkEvent.Worker(new WorkerReport.Connected("s")));
        says(new WorkerState.Idle(Reason.ON_BATTERY, "", 0));

        await().until(() -> line(bar).equals("Only your own questions: the computer runs on battery."));
        onUi(() -> {
            words.language().set(Language.ES);
            return true;
        });
        assertThat(line(bar)).isEqualTo("Solo tus preguntas: el ordenador funciona con batería.");
        watch.accept(new NetworkEvent.Worker(new WorkerReport.TaskStarted("l", "m")));
        await().until(() -> line(bar).contains("está respondiendo"));
        onUi(() -> {
            bar.close();
            return true;
        });
    }

    @Test
    void a_pause_is_told_though_the_connection_has_ended_for_it() {
        WorkerBar bar = bar(watch);
        says(new WorkerState.Paused(null));
        watch.accept(new NetworkEvent.Worker(new WorkerReport.Connecting("url")));

        await().until(() -> line(bar).equals("Paused until you resume."));
    }

    @Test
    void each_entry_of_the_menu_passes_its_wish_on() {
        WorkerBar bar = bar(watch);
        says(new WorkerState.Ready());
        await().until(() -> onUi(() -> menu(bar).isVisible()));

        for (String id : List.of("half-hour", "hour", "three-hours", "tomorrow", "for-good", "finish", "resume")) {
            onUi(() -> {
                item(bar, "pause-" + id).fire();
                return true;
            });
        }

        await().until(() -> wishes.size() == 7);
        assertThat(wishes)
                .containsExactlyInAnyOrder(
                        new Wish.Pause(NOON.plusSeconds(1_800)),
                        new Wish.Pause(NOON.plusSeconds(3_600)),
                        new Wish.Pause(NOON.plusSeconds(10_800)),
                        new Wish.Pause(Instant.parse("2026-11-24T06:00:00Z")),
                        new Wish.Pause(null),
                        new Wish.FinishThenPause(),
                        new Wish.Contribute());
    }

    @Test
    void only_what_is_paused_can_be_resumed() {
        WorkerBar bar = bar(watch);
        says(new WorkerState.Ready());
        await().until(() -> onUi(() -> menu(bar).isVisible()));
        assertThat(onUi(() -> item(bar, "pause-resume").isDisable())).isTrue();
        says(new WorkerState.FinishingThenPausing(1));
        await().until(() -> !onUi(() -> item(bar, "pause-resume").isDisable()));
    }

    @Test
    void where_nobody_hears_wishes_there_is_no_menu() {
        WorkerWatch deaf = new WorkerWatch();
        WorkerBar bar = bar(deaf);
        deaf.accept(new NetworkEvent.Worker(new WorkerReport.Policy(new WorkerState.Ready())));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(onUi(() -> menu(bar).isVisible())).isFalse();
        assertThat(onUi(() -> menu(bar).isManaged())).isFalse();
    }

    private static <T> T onUi(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, action);
    }
}
