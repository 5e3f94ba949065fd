/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.task.FileType;
import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Windows, whose library a stand-in takes the place of: on Windows itself this never ran. */
final class JobObjectTest {

    private static final long JOB = 0x1234_5678_9ABCL;
    private static final long PROCESS = 77;

    @TempDir
    private Path rooms;

    private final List<String> asked = new ArrayList<>();
    private @Nullable String refused;

    /** Offsets by the rules of C on Windows of 64 bits: 64 bytes of basic limits, 48 of counters, four sizes. */
    @Test
    void the_limits_stand_where_windows_looks_for_them() {
        ByteBuffer limits = JobLimits.bytes();

        assertThat(limits.isDirect()).isTrue();
        assertThat(limits.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(limits.capacity()).isEqualTo(64 + 48 + 4 * 8);
        assertThat(limits.getLong(0)).as("processor time, 100 ns each").isEqualTo(60 * 10_000_000L);
        assertThat(limits.getInt(16))
                .as("time, processes, memory, no dialog, kill on close")
                .isEqualTo(0x2 | 0x8 | 0x100 | 0x400 | 0x2000);
        assertThat(limits.getInt(40)).as("processes").isEqualTo(1);
        assertThat(limits.getLong(64 + 48)).as("memory").isEqualTo(768L << 20);
        limits.putLong(0, 0).putInt(16, 0).putInt(40, 0).putLong(112, 0);
        for (int i = 0; i < limits.capacity(); i++) {
            assertThat(limits.get(i)).as("byte %d", i).isZero();
        }
    }

    @Test
    void a_child_reads_while_it_is_held_and_the_job_is_closed_with_it() throws Exception {
        Path file = Files.writeString(rooms.resolve("a.txt"), "Some words.");
        try (ExtractionLine line = line()) {
            assertThat(line.read(file, Order.toRead(FileType.TEXT))).isInstanceOf(Extraction.Text.class);
        }
        assertThat(asked).containsExactly("create", "limit 9 144", "open 257", "assign", "close 77", "close " + JOB);
    }

    @Test
    void a_child_that_cannot_be_held_gets_no_file() throws Exception {
        Path file = Files.writeString(rooms.resolve("a.txt"), "Some words.");
        for (String call : List.of("create", "limit", "open", "assign")) {
            asked.clear();
            refused = call;
            try (ExtractionLine line = line()) {
                assertThat(line.read(file, Order.toRead(FileType.TEXT)))
                        .as(call)
                        .isInstanceOf(Extraction.NotStarted.class);
            }
            assertThat(asked.stream().filter("create"::equals)).hasSize(2);
            long closed = asked.stream().filter(("close " + JOB)::equals).count();
            assertThat(closed).as("no handle is left by " + call).isEqualTo(call.equals("create") ? 0 : 2);
        }
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info()
                                .arguments()
                                .map(words -> List.of(words).contains(ExtractionProgram.class.getName()))
                                .orElse(false)))
                .as("children")
                .isEmpty();
        try (Stream<Path> left = Files.list(rooms)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void what_refuses_is_named_with_the_call() {
        refused = "assign";

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Kernel32Jobs(new StandIn()).assign(JOB, 5))
                .withMessageStartingWith("AssignProcessToJobObject failed with ");
        assertThat(asked).endsWith("close 77");
    }

    @Test
    void it_is_tried_like_any_other_tool_and_its_refusal_is_clear() {
        ChildCommand free = ChildCommand.ofThisProcess(rooms, Optional.empty());
        ConfinementSearch search = new ConfinementSearch(
                List.of(), List.of(), Optional.of(confinement()), ConfinementProbe.of(free)::verdict);

        assertThat(search.strongest()).isEqualTo(new ConfinementFound(confinement(), true));
        assertThat(search.strongest().confinement().tools()).containsExactly("job object");
        refused = "limit";
        assertThat(search.strongest()).isEqualTo(new ConfinementFound(new Confinement.None(), true));
        assertThat(search.without(new Confinement.None())).containsExactly("job object");
    }

    @Test
    void functions_are_looked_for_by_the_names_that_windows_gives_them() {
        FunctionMapper names = Objects.requireNonNull(Kernel32Jobs.NAMES.get(Library.OPTION_FUNCTION_MAPPER));

        assertThat(Kernel32Jobs.Kernel32.class.getDeclaredMethods())
                .extracting(method -> names.getFunctionName(null, method))
                .containsExactlyInAnyOrder(
                        "CreateJobObjectW",
                        "SetInformationJobObject",
                        "OpenProcess",
                        "AssignProcessToJobObject",
                        "CloseHandle");
    }

    @Test
    void other_systems_have_none() {
        for (String system : List.of("Linux", "Mac OS X", "")) {
            assertThat(Kernel32Jobs.confinement(system)).isEmpty();
        }
    }

    private ExtractionLine line() {
        ChildCommand command =
                ChildCommand.ofThisProcess(rooms, Optional.empty()).confined(confinement());
        return new ExtractionLine(command, Duration.ofSeconds(20), false);
    }

    private Confinement confinement() {
        return new JobObject(new Kernel32Jobs(new StandIn()));
    }

    /** Notes what it is asked, and refuses on demand. */
    private final class StandIn implements Kernel32Jobs.Kernel32 {

        @Override
        public @Nullable Pointer createJobObjectW(@Nullable Pointer security, @Nullable Pointer name) {
            return isDone("create", "") ? new Pointer(JOB) : null;
        }

        @Override
        public boolean setInformationJobObject(Pointer job, int informationClass, ByteBuffer information, int bytes) {
            return isDone("limit", " " + informationClass + " " + bytes);
        }

        @Override
        public @Nullable Pointer openProcess(int access, boolean inherit, int pid) {
            return isDone("open", " " + access) ? new Pointer(PROCESS) : null;
        }

        @Override
        public boolean assignProcessToJobObject(Pointer job, Pointer process) {
            return isDone("assign", "");
        }

        @Override
        public boolean closeHandle(Pointer handle) {
            return isDone("close", " " + Pointer.nativeValue(handle));
        }

        private boolean isDone(String call, String words) {
            asked.add(call + words);
            return !call.equals(refused);
        }
    }
}
