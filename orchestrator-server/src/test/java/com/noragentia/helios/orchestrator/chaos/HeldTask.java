/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import java.util.function.Consumer;

/**
 * A lease and how far its answer has come. Goes on while nobody listens, as the real agent does; what nobody heard is said again from where a
 * verdict tells. Belongs to the worker's thread.
 */
final class HeldTask {

    private final ToWorker.RunTask task;
    private final List<String> pieces;
    private int made;

    HeldTask(ToWorker.RunTask task) {
        this.task = task;
        this.pieces = Script.pieces(task.input());
    }

    String lease() {
        return task.lease();
    }

    boolean isEnded() {
        return made > pieces.size();
    }

    /** Makes the next piece, or the end, and says it if it is wanted. */
    void step(Consumer<FromWorker> out) {
        int index = made++;
        if (index >= pieces.size()) {
            out.accept(completed());
        } else if (index >= task.nextIndex()) {
            out.accept(progress(index));
        }
    }

    /** Says again what was made, from a piece on. */
    void repeat(int from, Consumer<FromWorker> out) {
        for (int index = from; index < Math.min(made, pieces.size()); index++) {
            out.accept(progress(index));
        }
        if (isEnded()) {
            out.accept(completed());
        }
    }

    private FromWorker progress(int index) {
        return new FromWorker.Progress(task.lease(), index, pieces.get(index));
    }

    private FromWorker completed() {
        return new FromWorker.Completed(
                task.lease(), Script.output(task.input()), new Usage(5, pieces.size(), 0, 0, 0));
    }
}
