/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.graph.ModelShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a busy program of the computer's owner loses to a worker that writes all the time: as any program would, and at low priority. */
final class GuestBench {

    /** As the product starts its worker. */
    private static final List<String> LOW_PRIORITY = List.of("/usr/bin/nice", "-n", "10");

    private final ModelShape shape;
    private final Path model;
    private final BenchOptions options;
    private final Figures figures;

    GuestBench(ModelShape shape, Path model, BenchOptions options, Figures figures) {
        this.shape = shape;
        this.model = model;
        this.options = options;
        this.figures = figures;
    }

    void run() throws IOException {
        double[] alone = new double[options.rounds()];
        double[] besideAny = new double[options.rounds()];
        double[] besideGuest = new double[options.rounds()];
        try (ChildJvm user = ChildJvm.start(List.of(), UserChild.class, "" + options.threads());
                ChildJvm any = worker("any", List.of());
                ChildJvm guest = worker("guest", LOW_PRIORITY)) {
            any.reply();
            guest.reply();
            measured(user);
            for (int round = 0; round < options.rounds(); round++) {
                alone[round] = measured(user);
                any.ask("go");
                besideAny[round] = measured(user);
                any.ask("stop");
                guest.ask("go");
                besideGuest[round] = measured(user);
                guest.ask("stop");
            }
        }
        Rounds free = Rounds.of(alone);
        cost("any", "at the priority of any program", free, Rounds.of(besideAny), Aim.NONE);
        cost("guest", "at low priority", free, Rounds.of(besideGuest), Aim.under(5));
    }

    private ChildJvm worker(String kind, List<String> wrapper) throws IOException {
        return ChildJvm.start(wrapper, WorkerChild.class, kind, "" + options.threads(), model.toString(), shape.name());
    }

    private void cost(String key, String words, Rounds free, Rounds beside, Aim aim) {
        Rounds lost = new Rounds(beside.over(free).values().stream()
                .map(kept -> 100 * (1 - kept))
                .toList());
        figures.add(
                shape.name() + ".guest." + key,
                shape.name() + ": a busy program loses to a worker " + words,
                "%",
                lost,
                aim);
    }

    private static double measured(ChildJvm user) throws IOException {
        return Double.parseDouble(user.ask("measure"));
    }
}
