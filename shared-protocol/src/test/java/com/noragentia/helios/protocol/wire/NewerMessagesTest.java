/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of programs that know more words than this one. */
class NewerMessagesTest {

    private static final int MAX_BYTES = 64 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"working", "dreaming", ""})
    void a_phase_that_nobody_knows_is_work(String phase) throws WireException {
        assertThat(read(
                        "{\"type\":\"working\",\"lease\":\"l-1\",\"phase\":\"" + phase + "\",\"done\":1,\"total\":2}",
                        FromWorker.class))
                .isEqualTo(new FromWorker.Working("l-1", Phase.WORKING, 1, 2));
        assertThat(read("{\"type\":\"working\",\"phase\":\"" + phase + "\",\"done\":1,\"total\":2}", JobEvent.class))
                .isEqualTo(new JobEvent.Working(Phase.WORKING, 1, 2));
    }

    @Test
    void a_new_reason_why_nobody_looked_is_that_nobody_was_there() throws WireException {
        assertThat(read(
                        "{\"sight\":\"objects\",\"installed\":true,\"why\":\"tired\",\"since\":1}",
                        TaskInput.Unseen.class))
                .isEqualTo(new TaskInput.Unseen(Sight.OBJECTS, true, null, TaskInput.Absence.AWAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"working\",\"lease\":\"l-1\",\"phase\":null,\"done\":1,\"total\":2}",
                "{\"type\":\"working\",\"lease\":\"l-1\",\"done\":1,\"total\":2}",
                "{\"type\":\"working\",\"lease\":\"l-1\",\"phase\":{},\"done\":1,\"total\":2}",
            })
    void what_is_no_word_at_all_is_refused(String json) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> read(json, FromWorker.class));
    }

    @Test
    void other_words_that_nobody_knows_are_refused() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> read(
                        "{\"type\":\"image\",\"language\":\"xx\",\"question\":\"\",\"attachments\":[]}",
                        TaskInput.class));
    }

    private static <T> T read(String json, Class<T> type) throws WireException {
        return JsonCodec.decode(json, type, MAX_BYTES);
    }
}
