/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How fast each device is with each model, as the orchestrator itself has measured it; what a worker claims has no way in. Not thread-safe;
 * lives on the writer's thread.
 */
final class Speeds {

    /** Pairs of device and model that are remembered at most; those measured longest ago go first. */
    static final int REMEMBERED = 50_000;

    static final Duration REMEMBERED_FOR = Duration.ofDays(30);

    private final SpeedBook book;
    private final LinkedHashMap<Hosting, SpeedBook.Entry> byAge = new LinkedHashMap<>();
    private final Map<String, OfModel> byModel = new HashMap<>();
    private final Changes<Hosting> changes = new Changes<>();

    private record OfModel(Map<String, Speed> byDevice, MedianSpeed median) {}

    Speeds(SpeedBook book) {
        this.book = book;
    }

    /** At the start: what was known before. */
    void read(Transaction tx, Instant now) {
        byAge.clear();
        byModel.clear();
        book.all(tx).forEach(this::put);
        forget(now);
    }

    /** A model is ready, so long after its worker was told to host it. */
    void loaded(String device, String model, long millis, Instant now) {
        change(device, model, now, speed -> speed.afterLoad(millis));
    }

    /** The first piece of an answer has come, so long after the lease was sent to a worker that had nothing else to do. */
    void firstPiece(String device, String model, Work work, long millis, Instant now) {
        change(device, model, now, speed -> speed.afterReading(work.promptTokens(), millis));
    }

    /** An answer has ended, so many pieces and so long after its first. */
    void finished(String device, String model, long piecesAfterFirst, long millis, Instant now) {
        change(
                device,
                model,
                now,
                speed -> speed.afterWriting(piecesAfterFirst, millis).afterTask());
    }

    /** An answer without pieces has ended, so long after the lease was sent: all of it counts as reading. */
    void finishedAtOnce(String device, String model, Work work, long millis, Instant now) {
        change(
                device,
                model,
                now,
                speed -> speed.afterReading(work.promptTokens(), millis)
                        .afterNoWriting()
                        .afterTask());
    }

    private void change(String device, String model, Instant now, UnaryOperator<Speed> change) {
        Hosting hosting = new Hosting(device, model);
        SpeedBook.Entry before = byAge.get(hosting);
        Speed speed = change.apply(before == null ? Speed.UNMEASURED : before.speed());
        put(new SpeedBook.Entry(hosting, speed, now));
        changes.add(hosting);
        forget(now);
    }

    private void put(SpeedBook.Entry entry) {
        Hosting hosting = entry.hosting();
        byAge.remove(hosting);
        byAge.put(hosting, entry);
        OfModel ofModel =
                byModel.computeIfAbsent(hosting.model(), _ -> new OfModel(new HashMap<>(), new MedianSpeed()));
        ofModel.byDevice().put(hosting.device(), entry.speed());
        ofModel.median().changed();
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(REMEMBERED_FOR);
        while (!byAge.isEmpty()
                && (byAge.size() > REMEMBERED
                        || byAge.firstEntry().getValue().measuredAt().isBefore(oldest))) {
            Hosting hosting = byAge.pollFirstEntry().getKey();
            OfModel ofModel = byModel.get(hosting.model());
            if (ofModel != null) {
                ofModel.byDevice().remove(hosting.device());
                ofModel.median().changed();
                if (ofModel.byDevice().isEmpty()) {
                    byModel.remove(hosting.model());
                }
            }
            changes.add(hosting);
        }
    }

    /** What was measured; where nothing was, the median of the model; where nobody was measured, a cautious guess. All parts are known. */
    Speed of(String device, String model) {
        Speed known = measured(device, model).map(SpeedBook.Entry::speed).orElse(Speed.UNMEASURED);
        return known.isWhole()
                ? known
                : known.orElse(typical(model)); // the median costs too much to be taken for nothing
    }

    /** The model's median over devices, cautious guesses where there is none. */
    Speed typical(String model) {
        OfModel ofModel = byModel.get(model);
        return (ofModel == null ? Speed.UNMEASURED : ofModel.median().over(ofModel.byDevice()::values))
                .orElse(Speed.CAUTIOUS);
    }

    Optional<Instant> lastMeasured(String device, String model) {
        return measured(device, model).map(SpeedBook.Entry::measuredAt);
    }

    private Optional<SpeedBook.Entry> measured(String device, String model) {
        return Optional.ofNullable(byAge.get(new Hosting(device, model)));
    }

    /** Writes what has changed, at most once a minute; to be called as often as one likes. */
    void flush(Transaction tx, Instant now) {
        for (Hosting hosting : changes.due(now)) {
            SpeedBook.Entry entry = byAge.get(hosting);
            if (entry == null) {
                book.delete(tx, hosting);
            } else {
                book.put(tx, entry);
            }
        }
    }
}
