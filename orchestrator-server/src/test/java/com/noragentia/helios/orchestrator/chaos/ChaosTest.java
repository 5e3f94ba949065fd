/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.chaos.Programs.Running;
import com.noragentia.helios.orchestrator.ledger.LedgerSource;
import com.noragentia.helios.orchestrator.ledger.LedgerVerdict;
import com.noragentia.helios.orchestrator.ledger.LedgerVerification;
import com.noragentia.helios.orchestrator.ledger.SqlLedgerSource;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.ServerProcess;
import com.noragentia.helios.protocol.api.EnrolmentCode;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 of the orchestrator and of a fifth of its workers, at chance moments, many times over. {@code -Dchaos.seed} repeats the chances of a
 * run (not its threads), {@code -Dchaos.rounds} makes it longer.
 */
class ChaosTest {

    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 20);
    private static final long SEED = Long.getLong("chaos.seed", System.nanoTime());
    private static final int SWARMS = 5;
    private static final int WORKERS_PER_SWARM = 10;
    private static final int ASKERS = 24;
    /** One round in so many begins without waiting for anything to get done. */
    private static final int ROUNDS_WITHOUT_PEACE = 4;

    private static final int ANSWERS_BETWEEN_KILLS = 12;
    private static final int LONGEST_PEACE_MILLIS = 800;
    private static final int LONGEST_GAP_MILLIS = 300;
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Queue<Asked> answered = new ConcurrentLinkedQueue<>();
    private final List<Running> swarms = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private Path folder = Path.of("");
    private Path data = Path.of("");
    private Path address = Path.of("");
    private final Programs programs = new Programs();
    private volatile boolean asking = true;
    private volatile boolean patient = true;

    @BeforeEach
    void start(@TempDir Path temporary) {
        System.out.println("chaos.seed=" + SEED);
        folder = temporary;
        data = folder.resolve("data");
        address = folder.resolve("address");
    }

    @AfterEach
    void endEveryProcess() {
        asking = false;
        patient = false;
        programs.close();
    }

    @Test
    void kills_at_any_moment_lose_nothing_double_nothing_and_leave_nothing_stuck() throws Exception {
        startOrchestrator().stop(); // which writes the archive of its classes
        Running orchestrator = startOrchestrator();
        enrol();
        Running rehearsal = startSwarm(0);
        await().atMost(QUIET_WITHIN).until(() -> members.getFirst().network().workersOnline() == WORKERS_PER_SWARM);
        rehearsal.stop();
        for (int i = 0; i < SWARMS; i++) {
            swarms.add(startSwarm(i));
        }
        List<Future<?>> askers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ASKERS; i++) {
                askers.add(threads.submit(new Asker(
                        members.get(i % members.size()),
                        "asker-" + i,
                        () -> asking,
                        () -> patient,
                        random.split(),
                        answered)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                orchestrator = round(orchestrator);
            }
            asking = false;
            try {
                await().atMost(QUIET_WITHIN).until(() -> askers.stream().allMatch(Future::isDone));
            } finally {
                patient = false;
            }
            for (Future<?> asker : askers) {
                asker.get();
            }
        }
        System.out.println("chaos: " + answered.size() + " jobs in " + ROUNDS + " rounds");
        check(orchestrator);
    }

    private Running round(Running orchestrator) throws IOException {
        if (random.nextInt(ROUNDS_WITHOUT_PEACE) > 0) {
            int before = answered.size();
            await().atMost(QUIET_WITHIN).until(() -> answered.size() >= before + ANSWERS_BETWEEN_KILLS);
        }
        peace(random.nextInt(LONGEST_PEACE_MILLIS));
        int victim = random.nextInt(SWARMS);
        boolean swarmFirst = random.nextBoolean();
        if (swarmFirst) {
            swarms.get(victim).kill();
            peace(random.nextInt(LONGEST_GAP_MILLIS));
        }
        orchestrator.kill();
        if (!swarmFirst) {
            peace(random.nextInt(LONGEST_GAP_MILLIS));
            swarms.get(victim).kill();
        }
        swarms.set(victim, startSwarm(victim)); // it knocks until somebody opens
        return startOrchestrator();
    }

    /** What was answered by others is in the books once, and the books are sound. */
    private void checkBooks() {
        try (LedgerSource books = new SqlLedgerSource(data.resolve("helios.db"), Optional.empty())) {
            assertThat(LedgerVerification.of(books, 2))
                    .isInstanceOfSatisfying(
                            LedgerVerdict.Sound.class,
                            sound -> assertThat(sound.entries()).isBetween(1L, (long) answered.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void peace(int millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofSeconds(10))
                .until(() -> true);
    }

    private void check(Running orchestrator) {
        assertThat(answered.size()).as("jobs answered").isGreaterThan(ROUNDS);
        assertThat(answered.stream()
                        .filter(asked -> !asked.fault().isEmpty())
                        .map(asked -> asked.key() + " " + asked.job() + ": " + asked.fault()))
                .as("faults with chaos.seed=%d", SEED)
                .isEmpty();
        assertThat(answered.stream().map(Asked::job)).doesNotHaveDuplicates();
        for (Asked asked : answered) {
            assertThat(asked.member()
                            .tryAsk(Asker.input(asked.question()), asked.key())
                            .as(JobAccepted.class)
                            .job())
                    .isEqualTo(asked.job());
        }
        await().atMost(QUIET_WITHIN)
                .untilAsserted(
                        () -> assertThat(StoredState.leftovers(data).values()).containsOnly(0));
        orchestrator.stop();
        assertThat(StoredState.leftovers(data))
                .allSatisfy((what, count) -> assertThat(count).as(what).isZero());
        assertThat(StoredState.jobs(data)).isEqualTo(answered.size());
        assertThat(StoredState.integrity(data)).isEqualTo("ok");
        checkBooks();
    }

    private Running startOrchestrator() throws IOException {
        Running orchestrator = programs.orchestrator(data);
        Path fresh = Files.writeString(folder.resolve("address.new"), Programs.address(orchestrator));
        Files.move(fresh, address, StandardCopyOption.ATOMIC_MOVE);
        return orchestrator;
    }

    private Running startSwarm(int number) {
        return programs.swarm(keys(number), address, random.nextLong());
    }

    private Path keys(int swarm) {
        return folder.resolve("keys-" + swarm);
    }

    /** One member for each swarm, who owns its ten workers and asks as well. */
    private void enrol() throws IOException {
        await().atMost(QUIET_WITHIN).until(() -> Files.exists(data.resolve("first-enrolment-code")));
        String code = ServerProcess.firstCode(data);
        for (int i = 0; i < SWARMS; i++) {
            Member member = new Member(() -> SwarmProgram.read(address), Network.newKey(), "member " + i).enrol(code);
            members.add(member);
            List<SigningKey> keys = IntStream.range(0, WORKERS_PER_SWARM)
                    .mapToObj(_ -> workerOf(member))
                    .toList();
            Files.write(keys(i), keys.stream().map(SigningKey::encoded).toList());
            code = Network.codes(data, Clock.systemUTC(), 1).getFirst();
        }
    }

    private static SigningKey workerOf(Member member) {
        EnrolmentCode code = member.post("/api/v1/me/enrolment-codes", Map.of()).as(EnrolmentCode.class);
        return new Member(member.address(), Network.newKey(), "worker")
                .enrol(code.code())
                .key();
    }
}
