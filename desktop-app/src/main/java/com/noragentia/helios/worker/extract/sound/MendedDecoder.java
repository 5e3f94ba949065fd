/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.sound;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.FrameDecoder;
import javazoom.jl.decoder.Header;

/**
 * JLayer with one number put right. Of 24 kHz (MPEG-2) its table of the bands that share a scale factor says that the nineteenth begins at line 330
 * of the spectrum, as an early print of ISO/IEC 13818-3 did; encoders and the other decoders have 332 (table B.8 as corrected). Two lines of each
 * such frame came out with the scale of their neighbours, and three samples in ten wrong. The table is private, and the library is no longer mended.
 */
final class MendedDecoder extends Decoder {

    private static final int FAULTY_RATE = 24_000;
    /** Where JLayer keeps the table of 24 kHz, and in it the faulty band. */
    private static final int TABLE = 1;

    private static final int BAND = 18;
    private static final int WRONG_LINE = 330;
    private static final int RIGHT_LINE = 332;

    @Override
    protected FrameDecoder retrieveDecoder(Header header, Bitstream stream, int layer) throws DecoderException {
        FrameDecoder decoder = super.retrieveDecoder(header, stream, layer);
        if (layer == 3 && header.frequency() == FAULTY_RATE) {
            mend(decoder);
        }
        return decoder;
    }

    private static void mend(FrameDecoder decoder) {
        try {
            Object table = Array.get(value(decoder, "sfBandIndex"), TABLE);
            int[] lines = (int[]) value(table, "l");
            if (lines[BAND] == WRONG_LINE) {
                lines[BAND] = RIGHT_LINE;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is another JLayer than the one that is to be mended", e);
        }
    }

    private static Object value(Object holder, String name) throws ReflectiveOperationException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }
}
