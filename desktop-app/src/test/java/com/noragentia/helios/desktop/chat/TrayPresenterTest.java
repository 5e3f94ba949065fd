/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.NetworkEvent;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.tray.TrayMark;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrayPresenterTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final KnownTray tray = new KnownTray();
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final WorkerWatch watch = new WorkerWatch(wishes::add);
    private final Words words = new Words(ChatScene.class, "chat", Language.EN);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private final ChatThreads threads = ChatThreads.around(Runnable::run);

    private final TrayPresenter presenter = new TrayPresenter(
            tray,
            watch,
            words,
            threads,
            Clock.fixed(NOON, ZoneOffset.UTC),
            new TrayPresenter.TrayActions(opened::incrementAndGet, () -> {}, ended::incrementAndGet));

    @AfterEach
    void close() {
        presenter.close();
        threads.close();
    }

    private void hear(WorkerReport report) {
        watch.accept(new NetworkEvent.Worker(report));
    }

    private void policy(WorkerState state) {
        hear(new WorkerReport.Policy(state));
    }

    private void awaitMark(TrayMark mark) {
        await().untilAsserted(() -> assertThat(tray.shown.mark()).isEqualTo(mark));
    }

    @Test
    void the_mark_follows_what_this_computer_does() {
        awaitMark(TrayMark.OFFLINE);
        hear(new WorkerReport.Connected("session"));
        policy(new WorkerState.Ready());
        awaitMark(TrayMark.WORKING);
        policy(new WorkerState.Idle(Reason.IN_USE, "3", 0));
        awaitMark(TrayMark.RESTING);
        hear(new WorkerReport.LedgerDoubted("it does not fit"));
        awaitMark(TrayMark.ATTENTION);
    }

    @Test
    void the_sentence_is_the_one_of_the_window_in_its_language() {
        policy(new WorkerState.Paused(NOON.plusSeconds(3600)));
        await().until(() -> tray.shown.sentence().startsWith("Paused until"));
        words.language().set(Language.ES);

        await().until(() -> tray.shown.sentence().startsWith("En pausa hasta"));
        assertThat(tray.labels()).contains("Abrir Helios", "Salir de Helios", tray.shown.sentence());
    }

    @Test
    void a_pause_is_wished_for_and_taken_back() {
        policy(new WorkerState.Ready());
        await().until(() -> tray.labels().contains("Finish, then pause"));
        tray.choose("For 1 hour");
        await().until(() -> wishes.contains(new Wish.Pause(NOON.plusSeconds(3600))));

        policy(new WorkerState.Paused(NOON.plusSeconds(3600)));
        await().until(() -> tray.labels().contains("Resume"));
        assertThat(tray.labels()).doesNotContain("Finish, then pause");
        tray.choose("Resume");
        await().until(() -> wishes.contains(new Wish.Contribute()));
    }

    @Test
    void the_menu_opens_the_window_and_ends_helios() {
        await().until(() -> tray.labels().contains("Open Helios"));
        tray.choose("Open Helios");
        tray.choose("Quit Helios");

        await().until(() -> opened.get() == 1 && ended.get() == 1);
    }

    @Test
    void it_goes_with_the_window() {
        presenter.close();

        await().until(() -> tray.isClosed);
    }
}
