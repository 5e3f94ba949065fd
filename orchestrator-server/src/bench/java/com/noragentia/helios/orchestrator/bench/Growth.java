/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.util.ArrayList;
import java.util.List;

/** What the product costs when there is more of everything: connected workers, and jobs that wait. */
final class Growth {

    /** Jobs of one measured stretch of a queue. */
    private static final int STRETCH = 1_000;
    /** What is left unmeasured at the beginning of a queue, while 200 workers become ready. */
    private static final int BEGINNING = 2_000;
    /** What is left unmeasured at its end. */
    private static final int MARGIN = 500;

    private static final double BYTES_PER_KB = 1_000;

    private final Size size;
    private final Population population;
    private final Report report;

    Growth(Size size, Population population, Report report) {
        this.size = size;
        this.population = population;
        this.report = report;
    }

    /** Heap of the server for each worker that is connected, proven, ready and idle. Each round adds its part of them; all stay. */
    void heap(Server product) {
        product.ready(true);
        List<SigningKey> all = population.workers(size.many());
        product.join(all.subList(0, size.few())); // loads what the first worker of all costs
        product.leave();
        double[] kilobytes = new double[size.rounds()];
        for (int round = 0; round < size.rounds(); round++) {
            List<SigningKey> part =
                    all.subList(size.many() * round / size.rounds(), size.many() * (round + 1) / size.rounds());
            long before = product.host().heapBytes();
            product.join(part);
            kilobytes[round] = (product.host().heapBytes() - before) / BYTES_PER_KB / part.size();
        }
        report.add("heap", "heap of a connected, idle worker (of " + size.many() + ")", "KB", Rounds.of(kilobytes));
    }

    /** Full load with few and with many workers connected, in turns; the many are here already. */
    void workers(Server few, Server many) {
        few.ready(true);
        many.warmUp(); // as the few did before what was measured of them
        double[][] cpu = new double[2][size.rounds()];
        double[][] rate = new double[2][size.rounds()];
        for (int round = 0; round < size.rounds(); round++) {
            Server[] both = {few, many};
            for (int i = 0; i < both.length; i++) {
                Server.Stretch stretch = both[i].fullLoad(size.round(), 0);
                cpu[i][round] = stretch.cpuMicrosPerJob();
                rate[i][round] = stretch.jobsPerSecond();
            }
        }
        many.leave();
        report.add("workers.few.cpu", "processor time a job, " + size.few() + " workers", "us", Rounds.of(cpu[0]));
        report.add("workers.many.cpu", "processor time a job, " + size.many() + " workers", "us", Rounds.of(cpu[1]));
        report.add("workers.cpuRatio", "processor time a job, many / few workers", "x", Rounds.ratio(cpu[1], cpu[0]));
        report.add(
                "workers.wallRatio",
                "wall time a job at full load, many / few workers",
                "x",
                Rounds.ratio(rate[0], rate[1]));
    }

    /** One deep queue, measured near its start and near its end. */
    void depth(Server product) {
        product.leave();
        product.ready(false);
        Load.Sent waiting = product.fill(size.deep(), size.deepFill());
        double fillSeconds = (System.nanoTime() - waiting.startedAt()) / 1e9;
        report.add(
                "deep.fill",
                "jobs accepted, nobody at work, " + waiting.count() + " in the end",
                "jobs/s",
                Rounds.of(waiting.count() / fillSeconds));
        product.join(population.workers(size.few()));
        product.ready(true);
        int answeredBefore = waiting.first();
        List<Server.Stretch> deep = stretches(product, answeredBefore + Math.min(BEGINNING, waiting.count() / 5));
        List<Server.Stretch> shallow =
                stretches(product, answeredBefore + waiting.count() - MARGIN - STRETCH * size.rounds());
        product.settle(waiting.end());
        int left = MARGIN + STRETCH * size.rounds();
        report("deep", "queue of " + waiting.count(), deep);
        report("shallow", "queue of " + left + " to " + MARGIN, shallow);
        report.add(
                "depth.cpuRatio",
                "processor time a job, deep / shallow queue",
                "x",
                Rounds.of(middle(cpu(deep)) / middle(cpu(shallow))));
        report.add(
                "depth.wallRatio",
                "wall time a job, deep / shallow queue",
                "x",
                Rounds.of(middle(rate(shallow)) / middle(rate(deep))));
    }

    /** Stretches one after another. On a busy machine the queue may run past one before it is looked at; such a one is left out. */
    private List<Server.Stretch> stretches(Server product, int from) {
        List<Server.Stretch> found = new ArrayList<>();
        for (int i = 0; i < size.rounds(); i++) {
            Server.Stretch stretch = product.stretch(from + i * STRETCH, from + (i + 1) * STRETCH);
            if (stretch.end() - stretch.first() >= STRETCH / 2) {
                found.add(stretch);
            }
        }
        return found;
    }

    private void report(String key, String label, List<Server.Stretch> stretches) {
        report.add(key + ".cpu", "processor time a job, " + label, "us", Rounds.of(cpu(stretches)));
        report.add(key + ".rate", "queue drained, " + label, "jobs/s", Rounds.of(rate(stretches)));
    }

    private static double[] cpu(List<Server.Stretch> stretches) {
        return stretches.stream().mapToDouble(Server.Stretch::cpuMicrosPerJob).toArray();
    }

    private static double[] rate(List<Server.Stretch> stretches) {
        return stretches.stream().mapToDouble(Server.Stretch::jobsPerSecond).toArray();
    }

    private static double middle(double[] values) {
        return values.length == 0 ? Double.NaN : Rounds.of(values).median();
    }
}
