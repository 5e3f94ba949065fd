/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.supervisor.LocalWorker;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.tray.Tray;
import com.noragentia.helios.desktop.tray.TrayItem;
import com.noragentia.helios.desktop.tray.TrayMark;
import com.noragentia.helios.desktop.tray.TrayView;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Serves;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Keeps the icon in the tray as this computer's worker is, in the language of the window. UI thread only. */
final class TrayPresenter implements AutoCloseable {

    private final Tray tray;
    private final WorkerWatch watch;
    private final Words words;
    private final ChatThreads threads;
    private final Clock clock;
    private final TrayActions actions;
    private final AtomicReference<@Nullable TrayView> toShow = new AtomicReference<>();
    private final Subscription languages;
    private final Runnable unfollow;
    private final Future<?> minutes;
    private LocalWorker worker = LocalWorker.UNKNOWN;

    /** What the menu can do with the program; each called on the UI thread. */
    record TrayActions(Runnable open, Runnable settings, Runnable quit) {}

    TrayPresenter(Tray tray, WorkerWatch watch, Words words, ChatThreads threads, Clock clock, TrayActions actions) {
        this.tray = tray;
        this.watch = watch;
        this.words = words;
        this.threads = threads;
        this.clock = clock;
        this.actions = actions;
        languages = words.language().subscribe(language -> show());
        unfollow = watch.follow(now -> threads.ui().execute(() -> {
            worker = now;
            show();
        }));
        minutes =
                threads.timer().scheduleWithFixedDelay(() -> threads.ui().execute(this::show), 1, 1, TimeUnit.MINUTES);
    }

    /** The last view is shown last, whichever thread of the background comes first. */
    private void show() {
        toShow.set(view());
        threads.background().execute(() -> {
            synchronized (tray) {
                TrayView view = toShow.getAndSet(null);
                if (view != null) {
                    tray.show(view);
                }
            }
        });
    }

    private TrayView view() {
        String sentence = WorkerWords.say(worker, words.phrases());
        List<TrayItem> items = new ArrayList<>();
        items.add(action("tray.open", actions.open()));
        items.add(new TrayItem.Note(sentence));
        if (watch.hears()) {
            items.add(new TrayItem.Separator());
            items.add(new TrayItem.Menu(
                    words.say("pause"),
                    PauseWish.PAUSES.stream().map(this::wish).toList()));
            items.add(isPaused() ? wish(PauseWish.RESUME) : wish(PauseWish.FINISH));
        }
        items.add(new TrayItem.Separator());
        items.add(action("settings", actions.settings()));
        items.add(action("tray.quit", actions.quit()));
        return new TrayView(mark(worker), sentence, items);
    }

    private boolean isPaused() {
        return worker.policy().filter(state -> state.serves() == Serves.NOBODY).isPresent();
    }

    private TrayItem action(String key, Runnable does) {
        return new TrayItem.Action(words.say(key), () -> threads.ui().execute(does));
    }

    private TrayItem wish(PauseWish wish) {
        return new TrayItem.Action(
                words.say("pause." + wish.key()),
                () -> threads.background().execute(() -> watch.wish(wish.wish(clock))));
    }

    /** Whether the icon can be seen. */
    boolean isThere() {
        return tray.isThere();
    }

    static TrayMark mark(LocalWorker worker) {
        if (worker.isLedgerDoubted()) {
            return TrayMark.ATTENTION;
        }
        boolean isResting = worker.policy()
                .filter(state -> state.serves() != Serves.EVERYBODY)
                .isPresent();
        if (isResting && worker.tasks().isEmpty()) {
            return TrayMark.RESTING;
        }
        return worker.presence() == LocalWorker.Presence.HERE ? TrayMark.WORKING : TrayMark.OFFLINE;
    }

    @Override
    public void close() {
        languages.unsubscribe();
        unfollow.run();
        minutes.cancel(false);
        threads.background().execute(tray::close);
    }
}
