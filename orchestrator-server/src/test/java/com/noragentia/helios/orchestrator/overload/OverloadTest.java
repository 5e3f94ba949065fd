/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Attacks of strangers, and of members gone wild, leave honest requests within three times of what they take in quiet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadTest {

    private static final double FACTOR = 3;
    /**
     * Two processor cores are shared by both sides and by whatever else runs there: a thread that is ready waits for a few slices of the
     * scheduler (3 to 4 ms each on Linux) and now and then for a collection of garbage, in quiet as well as under attack.
     */
    private static final double TIMER_NOISE_MILLIS = 20;
    /** A p99 above this is no quiet time, on two cores. */
    private static final double CALM_MILLIS = 250;

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int SESSIONS_TO_WARM_UP = 20;
    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final int TRIES = 3;
    private static final int MEMBERS = 20;
    private static final int WORKERS = 4;
    private static final int FLOODS = 4;
    private static final int STORM = 500;
    private static final long MEMORY_MAY_GROW_BYTES = 48L * 1024 * 1024;

    private final List<AnsweringWorker> workers = new ArrayList<>();
    private Network network;
    private Member first;
    private HonestLoad honest;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        network = Network.behindProxy(data, Clock.systemUTC());
        first = network.firstMember();
        honest = new HonestLoad(IntStream.range(0, MEMBERS)
                .mapToObj(i -> network.anotherMember("member " + i))
                .toList());
        IntStream.range(0, WORKERS)
                .mapToObj(i -> network.anotherDevice(first, "worker " + i))
                .forEach(device -> workers.add(new AnsweringWorker(device)));
        Member.HTTP.dispatcher().setMaxRequestsPerHost(64);
        IntStream.range(0, SESSIONS_TO_WARM_UP).forEach(_ -> Worker.join(first).vanish());
        honest.during(WARM_UP);
    }

    @AfterAll
    void stop() {
        workers.forEach(AnsweringWorker::close);
        network.close();
    }

    @Test
    void slow_and_half_open_connections_starve_nobody() throws Exception {
        withstands("slow-loris", List.of());
    }

    @Test
    void oversized_frames_starve_nobody() throws Exception {
        withstands("oversized-frames", List.of());
    }

    @Test
    void floods_of_messages_starve_nobody() throws Exception {
        withstands("message-flood", devices(FLOODS));
    }

    @Test
    void workers_that_all_come_back_at_once_starve_nobody() throws Exception {
        withstands("reconnect-storm", devices(STORM));
    }

    private List<SigningKey> devices(int count) {
        List<SigningKey> keys = Stream.generate(Network::newKey).limit(count).toList();
        List<String> codes = Network.codes(network.data(), Clock.systemUTC(), count);
        IntStream.range(0, count)
                .parallel()
                .forEach(i -> assertThat(new Member(network::address, keys.get(i), "one of many")
                                .tryEnrol(codes.get(i))
                                .status())
                        .isEqualTo(201));
        return keys;
    }

    /** What else runs on this computer at times makes an attack look worse, so it has to be bad each time. */
    private void withstands(String attack, List<SigningKey> keys) throws Exception {
        long memory = usedMemory();
        boolean withstood = false;
        for (int i = 0; i < TRIES && !withstood; i++) {
            withstood = isWithstood(attack, keys);
        }
        assertThat(withstood).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(usedMemory()).isLessThan(memory + MEMORY_MAY_GROW_BYTES));
        System.out.printf("  memory before %d, after %d MB%n", memory >> 20, usedMemory() >> 20);
    }

    private boolean isWithstood(String attack, List<SigningKey> keys) throws Exception {
        Latencies quiet = calm();
        Latencies attacked;
        try (AttackerProcess attacker = new AttackerProcess(attack, network.address(), keys)) {
            attacked = measured();
            assertThat(attacker.isAttacking()).isTrue();
        }
        double factor = attacked.millis(0.99) / quiet.millis(0.99);
        System.out.printf(
                "overload: %s%n  quiet: %s%n  under attack: %s%n  p99 %.1f times quiet%n",
                attack, quiet, attacked, factor);
        return attacked.millis(0.99) < FACTOR * quiet.millis(0.99) + TIMER_NOISE_MILLIS;
    }

    /** What is compared must be quiet itself: the last attack may have left something to clear away. */
    private Latencies calm() throws Exception {
        Latencies quiet = measured();
        for (int again = 0; again < TRIES && quiet.millis(0.99) > CALM_MILLIS; again++) {
            quiet = measured();
        }
        return quiet;
    }

    private Latencies measured() throws Exception {
        HonestLoad.Experience experience = honest.during(MEASURED);
        assertThat(experience.failures()).as("honest requests that failed").isEmpty();
        return experience.latencies();
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
