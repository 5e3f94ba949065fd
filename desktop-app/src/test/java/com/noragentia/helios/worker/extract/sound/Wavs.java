/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Makes WAV files. */
public final class Wavs {

    private static final int EXTENSIBLE = 0xFFFE;
    private static final int EXTENSION_BYTES = 24;
    /** The last eight bytes of the identifier of every form in an extensible file. */
    private static final byte[] FORM_TAIL = HexFormat.of().parseHex("800000aa00389b71");

    private Wavs() {}

    /** 16 bits, one channel. */
    public static byte[] mono(int rate, float[] samples) {
        return of(WavForm.PCM_16, rate, 1, samples);
    }

    /** @param samples the channels in turn */
    static byte[] of(WavForm form, int rate, int channels, float[] samples) {
        boolean extensible = form.tag() == EXTENSIBLE;
        int formatBytes = 16 + (extensible ? EXTENSION_BYTES : 0);
        int frame = channels * form.bits() / Byte.SIZE;
        int data = samples.length * form.bits() / Byte.SIZE;
        ByteBuffer out = ByteBuffer.allocate(28 + formatBytes + data).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(20 + formatBytes + data).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(formatBytes);
        out.putShort((short) form.tag()).putShort((short) channels).putInt(rate).putInt(rate * frame);
        out.putShort((short) frame).putShort((short) form.bits());
        if (extensible) {
            out.putShort((short) 22).putShort((short) form.bits()).putInt(0);
            out.putInt(1).putShort((short) 0).putShort((short) 0x10);
            out.put(FORM_TAIL);
        }
        out.put(ascii("data")).putInt(data);
        for (float sample : samples) {
            form.put(out, sample);
        }
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
