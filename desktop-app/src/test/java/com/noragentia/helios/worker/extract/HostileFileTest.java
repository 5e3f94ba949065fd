/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.BesideOthers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file made to hurt, through lines of children as a worker has one: each gets its answer, in time, and nothing else comes of it. A child is started for
 * each file, so as many lines as there are processors work beside each other, and each test waits for its file.
 */
@BesideOthers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileFileTest {

    private static final int LANES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    @TempDir
    static Path folder;

    private final BlockingQueue<HostileFileLane> lanes = new LinkedBlockingQueue<>();
    private final BlockingQueue<HostileFileLane> unconfined = new LinkedBlockingQueue<>();
    private final Map<String, Future<?>> examined = new HashMap<>();
    private final List<Future<?>> reached = new ArrayList<>();
    private ExecutorService examiners;

    @BeforeAll
    void open() throws Exception {
        examiners = Executors.newFixedThreadPool(LANES);
        for (int i = 0; i < LANES; i++) {
            lanes.add(new HostileFileLane(folder, ManyFiles::line));
            unconfined.add(new HostileFileLane(folder, ManyFiles::free));
        }
        HostileFile.all().forEach(file -> examined.put(file.name(), submit(lanes, file)));
        HostileFile.reaching().forEach(file -> reached.add(submit(unconfined, file)));
    }

    private Future<?> submit(BlockingQueue<HostileFileLane> free, HostileFile file) {
        return examiners.submit(() -> {
            HostileFileLane lane = free.take();
            try {
                lane.examine(file);
            } finally {
                free.add(lane);
            }
            return null;
        });
    }

    @AfterAll
    void an_honest_file_is_still_read_and_nothing_is_left() throws Exception {
        examiners.close();
        List<HostileFileLane> all =
                Stream.concat(lanes.stream(), unconfined.stream()).toList();
        assertThat(all).hasSize(2 * LANES);
        for (HostileFileLane lane : all) {
            lane.close();
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_hostile_file_gets_its_answer_and_does_nothing_else(HostileFile hostile) throws Exception {
        await(Objects.requireNonNull(examined.get(hostile.name())));
    }

    static List<HostileFile> a_hostile_file_gets_its_answer_and_does_nothing_else() {
        return HostileFile.all();
    }

    /** What the operating system may forbid, the program must not even try. */
    @Test
    void what_reaches_out_gets_nothing_from_an_unconfined_child_either() throws Exception {
        assertThat(reached).hasSameSizeAs(HostileFile.reaching());
        for (Future<?> one : reached) {
            await(one);
        }
    }

    private static void await(Future<?> examination) throws Exception {
        try {
            examination.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }

    @Test
    void the_list_of_hostile_files_tells_of_each() throws Exception {
        assertThat(Files.readAllLines(Path.of("..", "assets", "hostile", "README.md")))
                .containsAll(HostileFile.all().stream().map(HostileFile::listed).toList());
    }
}
