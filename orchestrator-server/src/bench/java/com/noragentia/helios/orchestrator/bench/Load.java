/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.bench.Journal.Moment;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The members of one server: they send jobs, and follow some to their end. State belongs to the loop's thread. */
final class Load {

    private static final int CONNECTIONS = 128;
    private static final String JOB = "{\"job\":\"";

    /** The jobs {@code [first, end)} that were sent at one pace; */
    record Sent(int first, int end, long startedAt) {
        int count() {
            return end - first;
        }
    }

    private record Threshold(int answered, CompletableFuture<Void> reached) {}

    private final SelectorLoop loop;
    private final InetSocketAddress address;
    private final Population population;
    private final Journal journal = new Journal();
    private final HttpPool pool;
    private final List<Threshold> thresholds = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final Runnable ticker = this::pump;
    private int sent;
    private int accepted;
    private int answered;
    private int followed;
    private int ended;
    private volatile int lastAnswered;

    private @Nullable Pace pace;
    private int followEvery;
    private int first;
    private CompletableFuture<Sent> finished = new CompletableFuture<>();
    private long startedAt;

    Load(SelectorLoop loop, InetSocketAddress address, Population population, Swarm swarm) {
        this.loop = loop;
        this.address = address;
        this.population = population;
        this.pool = new HttpPool(loop, address, CONNECTIONS);
        swarm.report(this::taskCame, this::taskAnswered);
        loop.execute(() -> loop.addTicker(ticker));
    }

    Journal journal() {
        return journal;
    }

    /** Sends jobs at a pace; done when all are accepted. One in {@code everyNth} is followed; 0 for none. */
    CompletableFuture<Sent> send(Pace newPace, int everyNth) {
        CompletableFuture<Sent> all = new CompletableFuture<>();
        loop.execute(() -> {
            pace = newPace;
            followEvery = everyNth;
            first = sent;
            startedAt = System.nanoTime();
            finished = all;
            pump();
        });
        return all;
    }

    /** Leaves room for jobs that reach the workers without being sent from here: their numbers begin with the one returned. */
    int skip(int count) {
        return onLoop(() -> {
            int from = sent;
            sent += count;
            accepted += count;
            for (int i = 0; i < count; i++) {
                ids.add("");
            }
            return from;
        });
    }

    /** Done when workers have answered so many jobs of all that were ever sent, and those who follow any of them know it. */
    CompletableFuture<Void> whenAnswered(int count) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        loop.execute(() -> {
            thresholds.add(new Threshold(count, reached));
            check();
        });
        return reached;
    }

    int answered() {
        return onLoop(() -> answered);
    }

    /** Whether the job that a worker answered last is done, which the members are told only when it is durable. */
    boolean isLastDone() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        loop.execute(() -> pool.ask(
                get("/api/v1/jobs/" + ids.get(lastAnswered), lastAnswered, "keep-alive"),
                reply -> done.complete(reply.body().contains("\"state\":\"done\""))));
        return done.join();
    }

    /** Hangs up, so that the server may end. */
    CompletableFuture<Void> stop() {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        loop.execute(() -> {
            loop.removeTicker(ticker);
            pool.close();
            stopped.complete(null);
        });
        return stopped;
    }

    private <T> T onLoop(java.util.function.Supplier<T> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.execute(() -> result.complete(step.get()));
        return result.join();
    }

    private void pump() {
        if (pace == null) {
            return;
        }
        long now = System.nanoTime();
        boolean isOver = now >= pace.until();
        switch (pace) {
            case Pace.Window window -> {
                while (!isOver && sent - answered < window.window()) {
                    send(now);
                }
            }
            case Pace.Fill fill -> {
                isOver |= sent - first >= fill.count();
                while (!isOver && sent - accepted < CONNECTIONS) {
                    send(now);
                    isOver = sent - first >= fill.count();
                }
            }
            case Pace.Plan plan -> {
                while (plan.isDue(now)) {
                    send(plan.take());
                }
            }
        }
        if (isOver && accepted == sent) {
            pace = null;
            finished.complete(new Sent(first, sent, startedAt));
        }
    }

    private void send(long asked) {
        int number = sent++;
        ids.add("");
        journal.note(Moment.ASKED, number, asked);
        byte[] body = Questions.request(number);
        byte[] head = ("POST /api/v1/jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + population.token(number) + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        pool.ask(request, reply -> accepted(number, reply));
    }

    private void accepted(int number, HttpPeer.Reply reply) {
        journal.note(Moment.ACCEPTED, number, System.nanoTime());
        if (reply.status() != 202) {
            throw new IllegalStateException("job " + number + " was refused: " + reply);
        }
        accepted++;
        String job = reply.body().substring(JOB.length(), reply.body().lastIndexOf('"'));
        ids.set(number, job);
        if (followEvery > 0 && number % followEvery == 0) {
            follow(number, job);
        }
        pump();
    }

    private void follow(int number, String job) {
        followed++;
        loop.connect(address, new EventPeer(get("/api/v1/jobs/" + job + "/events", number, "close"), () -> {
            journal.note(Moment.DONE, number, System.nanoTime());
            ended++;
            check();
        }));
    }

    private byte[] get(String path, int number, String connection) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: " + connection
                        + "\r\nAuthorization: Bearer " + population.token(number) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void taskCame(int number) {
        if (journal.at(Moment.CAME, number) != 0) {
            throw new IllegalStateException("job " + number + " was given out twice, though nobody failed it");
        }
        journal.note(Moment.CAME, number, System.nanoTime());
    }

    private void taskAnswered(int number) {
        answered++;
        lastAnswered = number;
        check();
        pump();
    }

    private void check() {
        thresholds.removeIf(threshold -> {
            boolean isReached = answered >= threshold.answered() && (answered < sent || ended == followed);
            return isReached && threshold.reached().complete(null);
        });
    }
}
