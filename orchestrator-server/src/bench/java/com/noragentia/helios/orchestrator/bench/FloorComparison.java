/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.bench.Journal.Moment;
import java.time.Duration;
import java.util.Arrays;

/** Floor and product side by side: draining a queue, and the whole journey from the POST; then the product's latencies. */
final class FloorComparison {

    /** Jobs of a full load that are followed to the end over SSE: one in so many. */
    private static final int FOLLOWED_AT_FULL_LOAD = 50;

    private static final int FOLLOWED_AT_HALF_LOAD = 10;
    private static final int STREAMED_PIECES = 3;

    private final Size size;
    private final Population population;
    private final Report report;

    FloorComparison(Size size, Population population, Report report) {
        this.size = size;
        this.population = population;
        this.report = report;
    }

    void measure(Server floor, Server product) {
        for (Server server : new Server[] {floor, product}) {
            server.join(population.workers(size.few()));
            server.ready(true);
            server.warmUp();
            var _ = drainOnce(server); // a queue takes other paths: the compiler's work on them is no cost of a job
        }
        drained(floor, product);
        double fullRate = journey(floor, product);
        halfLoad(product, fullRate / 2);
        pieces(product);
    }

    private void drained(Server floor, Server product) {
        double[] floorRates = new double[size.rounds()];
        double[] rates = new double[size.rounds()];
        double[] cpu = new double[size.rounds()];
        double[] floorCpu = new double[size.rounds()];
        for (int round = 0; round < size.rounds(); round++) {
            Server.Stretch bare = drainOnce(floor);
            Server.Stretch full = drainOnce(product);
            floorRates[round] = bare.jobsPerSecond();
            rates[round] = full.jobsPerSecond();
            floorCpu[round] = bare.cpuMicrosPerJob();
            cpu[round] = full.cpuMicrosPerJob();
        }
        report.add(
                "drained.floor",
                "queue drained, floor: a frame out, a frame in, a row",
                "jobs/s",
                Rounds.of(floorRates));
        report.add("drained.product", "queue drained, product", "jobs/s", Rounds.of(rates));
        report.add("drained.ratio", "queue drained, product / floor", "", Rounds.ratio(rates, floorRates));
        report.add(
                "drained.cpuRatio",
                "queue drained, server processor time a job, product / floor",
                "x",
                Rounds.ratio(cpu, floorCpu));
    }

    private Server.Stretch drainOnce(Server server) {
        server.leave();
        server.ready(false);
        Load.Sent waiting = server.fill(size.drained(), size.round());
        server.join(population.workers(size.few()));
        return server.drain(waiting);
    }

    private double journey(Server floor, Server product) {
        double[] floorRates = new double[size.rounds()];
        double[] rates = new double[size.rounds()];
        double[] floorCpu = new double[size.rounds()];
        double[] cpu = new double[size.rounds()];
        Latency latency = new Latency(size.rounds());
        for (int round = 0; round < size.rounds(); round++) {
            Server.Stretch bare = floor.fullLoad(size.round(), 0);
            floorRates[round] = bare.jobsPerSecond();
            floorCpu[round] = bare.cpuMicrosPerJob();
            Server.Stretch full = product.fullLoad(size.round(), FOLLOWED_AT_FULL_LOAD);
            rates[round] = full.jobsPerSecond();
            cpu[round] = full.cpuMicrosPerJob();
            latency.take(round, product.journal(), full);
        }
        report.add(
                "journey.floor",
                "whole journey, floor: POST, a frame out, a frame in, a row",
                "jobs/s",
                Rounds.of(floorRates));
        report.add("journey.product", "whole journey, product: POST to durable end", "jobs/s", Rounds.of(rates));
        report.add("journey.ratio", "whole journey, product / floor", "", Rounds.ratio(rates, floorRates));
        report.add(
                "journey.cpuRatio",
                "whole journey, server processor time a job, product / floor",
                "x",
                Rounds.ratio(cpu, floorCpu));
        latency.report(report, "full", "full load (" + Server.WINDOW + " unanswered)");
        return Rounds.of(rates).median();
    }

    private void halfLoad(Server product, double rate) {
        Latency latency = new Latency(size.rounds());
        double[] rates = new double[size.rounds()];
        for (int round = 0; round < size.rounds(); round++) {
            Duration length = size.round().plus(size.round().dividedBy(2));
            Server.Stretch half = product.paced(rate, length, FOLLOWED_AT_HALF_LOAD);
            rates[round] = half.jobsPerSecond();
            latency.take(round, product.journal(), half);
        }
        report.add("half.product", "half load, open loop, Poisson", "jobs/s", Rounds.of(rates));
        latency.report(report, "half", "half load");
    }

    private void pieces(Server product) {
        product.pieces(STREAMED_PIECES);
        double[] rates = new double[size.rounds()];
        Arrays.setAll(rates, _ -> product.fullLoad(size.round(), 0).jobsPerSecond());
        product.pieces(0);
        report.add(
                "pieces.product",
                "whole journey, product, " + STREAMED_PIECES + " pieces streamed a job",
                "jobs/s",
                Rounds.of(rates));
    }

    /** The middle and the tail of each round. */
    private static final class Latency {

        private final double[][] values;

        private Latency(int rounds) {
            this.values = new double[6][rounds];
        }

        private void take(int round, Journal journal, Server.Stretch stretch) {
            put(0, round, journal.sortedMillis(Moment.ASKED, Moment.CAME, stretch.first(), stretch.end()));
            put(2, round, journal.sortedMillis(Moment.ACCEPTED, Moment.CAME, stretch.first(), stretch.end()));
            put(4, round, journal.sortedMillis(Moment.ASKED, Moment.DONE, stretch.first(), stretch.end()));
        }

        private void put(int row, int round, double[] sorted) {
            values[row][round] = Rounds.quantile(sorted, 0.5);
            values[row + 1][round] = Rounds.quantile(sorted, 0.99);
        }

        private void report(Report report, String key, String when) {
            String[] names = {"asked", "accepted", "done"};
            String[] spans = {
                "POST sent -> task at worker",
                "202 read -> task at worker (0 if the task was first)",
                "POST sent -> end in the member's stream (sampled)"
            };
            for (int i = 0; i < names.length; i++) {
                report.add(key + "." + names[i] + ".p50", when + ", p50: " + spans[i], "ms", Rounds.of(values[2 * i]));
                report.add(
                        key + "." + names[i] + ".p99", when + ", p99: " + spans[i], "ms", Rounds.of(values[2 * i + 1]));
            }
        }
    }
}
