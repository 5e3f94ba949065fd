/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.noragentia.helios.protocol.task.FileType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nothing in a DOCX makes the counting slow. */
class HostileDocxExtentTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LOCAL_BYTES = 30;
    private static final int ENTRY_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int CONTENT_BYTES = 24_000_000;
    private static final int ENTRIES = 500;

    @Test
    void entries_that_lie_upon_each_other_count_as_the_longest_document() {
        ByteBuffer zip = ByteBuffer.allocate(LOCAL_BYTES + CONTENT_BYTES + ENTRIES * ENTRY_BYTES + END_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(0, 0x04034b50);
        for (int i = 0; i < ENTRIES; i++) {
            int at = LOCAL_BYTES + CONTENT_BYTES + i * ENTRY_BYTES;
            zip.putInt(at, 0x02014b50).putInt(at + 20, CONTENT_BYTES).putInt(at + 24, CONTENT_BYTES);
        }
        int end = zip.capacity() - END_BYTES;
        zip.putInt(end, 0x06054b50).putShort(end + 10, (short) ENTRIES).putInt(end + 16, LOCAL_BYTES + CONTENT_BYTES);

        FileExtent extent = assertTimeoutPreemptively(SOON, () -> Counting.extent(FileType.DOCX, zip));

        assertThat(extent.units()).isEqualTo(134);
    }
}
