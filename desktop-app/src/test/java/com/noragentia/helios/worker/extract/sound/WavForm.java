/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.nio.ByteBuffer;

/** How a WAV file may hold a sample, and by how much that changes it. */
enum WavForm {
    PCM_8(1, 8, 0.012f),
    PCM_16(1, 16, 5e-5f),
    PCM_24(1, 24, 1e-6f),
    PCM_32(1, 32, 1e-6f),
    FLOAT_32(3, 32, 1e-6f),
    FLOAT_64(3, 64, 1e-6f),
    A_LAW(6, 8, 0.03f),
    MU_LAW(7, 8, 0.03f),
    EXTENSIBLE_16(0xFFFE, 16, 5e-5f),
    EXTENSIBLE_24(0xFFFE, 24, 1e-6f);

    private final int tag;
    private final int bits;
    private final float error;

    WavForm(int tag, int bits, float error) {
        this.tag = tag;
        this.bits = bits;
        this.error = error;
    }

    int tag() {
        return tag;
    }

    int bits() {
        return bits;
    }

    float error() {
        return error;
    }

    /** Writes one sample, little-endian. */
    void put(ByteBuffer out, float sample) {
        switch (this) {
            case PCM_8 -> out.put((byte) (128 + Math.round(sample * 127)));
            case PCM_16, EXTENSIBLE_16 -> out.putShort((short) Math.round(sample * 32_767));
            case PCM_24, EXTENSIBLE_24 -> {
                int value = Math.round(sample * 8_388_607);
                out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
            }
            case PCM_32 -> out.putInt((int) (sample * 2_147_483_647.0));
            case FLOAT_32 -> out.putFloat(sample);
            case FLOAT_64 -> out.putDouble(sample);
            case A_LAW -> out.put(aLaw(Math.round(sample * 32_767)));
            case MU_LAW -> out.put(muLaw(Math.round(sample * 32_767)));
        }
    }

    /** ITU-T G.711. */
    private static byte aLaw(int sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int size = Math.min(Math.abs(sample), 32_767) >> 3;
        int exponent = Math.max(0, 31 - Integer.numberOfLeadingZeros(Math.max(1, size)) - 4);
        int mantissa = exponent == 0 ? size >> 1 : (size >> exponent) & 0x0F;
        int code = size < 32 ? size >> 1 : (exponent << 4) | mantissa;
        return (byte) ((sign | code) ^ 0x55);
    }

    /** ITU-T G.711. */
    private static byte muLaw(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int size = Math.min(Math.abs(sample), 32_635) + 132;
        int exponent = 31 - Integer.numberOfLeadingZeros(size) - 7;
        int mantissa = (size >> (exponent + 3)) & 0x0F;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }
}
