/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trial;

import com.noragentia.helios.protocol.extent.Counting;
import com.noragentia.helios.protocol.task.Attachment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files of which the orchestrator counts a known length. */
public final class Uploads {

    private static final int WAV_BYTES_PER_SECOND = 8_000;

    private Uploads() {}

    /** {@code talk.wav}: so many seconds of silence. */
    public static Attachment recording(Member member, int seconds) {
        return member.upload("talk.wav", wav(seconds));
    }

    /** So many seconds of silence in 8 bits. */
    public static byte[] wav(int seconds) {
        ByteBuffer wav = ByteBuffer.allocate(seconds * WAV_BYTES_PER_SECOND).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(WAV_BYTES_PER_SECOND).putInt(WAV_BYTES_PER_SECOND);
        wav.putShort((short) 1).putShort((short) Byte.SIZE);
        return wav.array();
    }

    /** {@code long.txt}: so many pages of one letter. */
    public static Attachment text(Member member, int pages) {
        int bytes = Math.toIntExact(pages * Counting.TEXT_BYTES_PER_PAGE);
        return member.upload("long.txt", "a".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
    }
}
