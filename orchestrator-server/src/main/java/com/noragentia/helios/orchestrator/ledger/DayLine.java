/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.EntryKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one account did on a day with one expert, all kinds of entries together. Not thread-safe. */
final class DayLine {

    /** Which line. */
    record Key(long day, long device, String expert) {}

    static final Comparator<Key> ORDER =
            Comparator.comparingLong(Key::day).thenComparingLong(Key::device).thenComparing(Key::expert);

    private final Key key;
    private final Map<EntryKind, Credits> amounts = new EnumMap<>(EntryKind.class);
    private Credits burned = Credits.ZERO;
    private long tasks;

    DayLine(Key key) {
        this.key = key;
    }

    static Key key(DaySum sum) {
        return new Key(sum.key().day(), sum.key().device(), sum.key().expert());
    }

    void add(DaySum sum) {
        EntryKind kind = sum.key().kind();
        amounts.merge(kind, sum.amount(), Credits::plus);
        burned = burned.plus(sum.burned());
        if (kind == EntryKind.TASK || kind == EntryKind.CANARY) {
            tasks += sum.entries();
        }
    }

    /** As members are told, who know their devices by their ids. */
    Contributions.Day told(Map<Long, String> devices) {
        boolean isOwn = key.device() == 0;
        Credits forTasks = of(EntryKind.TASK);
        return new Contributions.Day(
                LocalDate.ofEpochDay(key.day()),
                devices.get(key.device()),
                emptyToNull(key.expert()),
                tasks,
                isOwn ? Credits.ZERO : forTasks.plus(of(EntryKind.CANARY)),
                isOwn ? Credits.ZERO : of(EntryKind.MATURED).negated(),
                isOwn ? forTasks.negated() : Credits.ZERO,
                burned,
                of(EntryKind.ALLOWANCE),
                of(EntryKind.DECAY).negated(),
                of(EntryKind.COMPENSATION));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Credits of(EntryKind kind) {
        return amounts.getOrDefault(kind, Credits.ZERO);
    }
}
