/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of every message, pinned. A change here breaks programs that people already run. After a deliberate change, run the tests once
 * with {@code -Dtest.jvm.arguments=-Dgolden.write=true}, read the difference, and commit it.
 */
class GoldenMessagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int MAX_BYTES = 64 * 1024;
    private static final Map<Class<?>, List<?>> FAMILIES = Map.of(
            TaskInput.class, Samples.INPUTS,
            TaskOutput.class, Samples.OUTPUTS,
            JobEvent.class, Samples.EVENTS,
            ToWorker.class, Samples.TO_WORKER,
            FromWorker.class, Samples.FROM_WORKER);

    static Stream<Arguments> messages() {
        return FAMILIES.entrySet().stream()
                .flatMap(family -> family.getValue().stream().map(message -> Arguments.of(family.getKey(), message)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("messages")
    void a_message_keeps_its_bytes(Class<?> family, Object message) throws IOException {
        Path golden = GOLDEN.resolve(family.getSimpleName()).resolve(fileName(message));
        String json = JsonCodec.encodeToString(message) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, json);
        }

        assertThat(json).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("messages")
    void a_pinned_message_is_read_back_whole(Class<?> family, Object message) throws IOException {
        String json = Files.readString(GOLDEN.resolve(family.getSimpleName()).resolve(fileName(message)));

        Object read = JsonCodec.decode(json, family, MAX_BYTES);

        assertThat(read).hasSameClassAs(message);
        // Arrays inside records compare by identity, so the second encoding speaks for the values.
        assertThat(JsonCodec.encodeToString(read)).isEqualTo(JsonCodec.encodeToString(message));
    }

    @Test
    void every_message_of_every_family_has_a_sample() {
        FAMILIES.forEach((family, samples) -> assertThat(samples.stream().<Object>map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(family.getPermittedSubclasses())));
    }

    private static String fileName(Object message) {
        return message.getClass()
                        .getSimpleName()
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT) + ".json";
    }
}
