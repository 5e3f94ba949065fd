/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The little that must be known of a JPEG file before it is decoded: its size, which the decoder does not tell of the largest, and the one
 * Exif tag that matters here. A library for all of Exif would bring hundreds of parsers to hostile files for the sake of one number.
 *
 * @param orientation upright where the tag is missing or the file is cut or twisted
 * @param width in pixels; 0 where it was not found
 * @param height in pixels; 0 where it was not found
 */
record JpegHead(Orientation orientation, int width, int height) {

    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    /** Between the markers of frames: tables of codes, extensions, conditions. */
    private static final Set<Integer> NO_FRAMES = Set.of(0xC4, 0xC8, 0xCC);

    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEADER_BYTES = 6;
    private static final int LITTLE_ENDIAN_MARK = 0x4949;
    private static final int ORIENTATION = 0x0112;
    private static final int DIRECTORY_ENTRY_BYTES = 12;

    /** Reads the first bytes of a file. */
    static JpegHead in(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        JpegHead found = new JpegHead(Orientation.UPRIGHT, 0, 0);
        try {
            file.getShort();
            while ((file.get() & 0xFF) == MARKER) {
                int kind = file.get() & 0xFF;
                if (kind == START_OF_SCAN) {
                    break;
                }
                int length = (file.getShort() & 0xFFFF) - 2;
                found = found.with(kind, file.slice(file.position(), length));
                file.position(file.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return found;
        }
        return found;
    }

    private JpegHead with(int kind, ByteBuffer segment) {
        if (kind == APP1 && segment.getInt(0) == EXIF) {
            ByteBuffer tiff = segment.slice(EXIF_HEADER_BYTES, segment.capacity() - EXIF_HEADER_BYTES);
            return new JpegHead(searchDirectory(tiff), width, height);
        }
        if (kind >= FIRST_FRAME && kind <= LAST_FRAME && !NO_FRAMES.contains(kind)) {
            return new JpegHead(orientation, segment.getShort(3) & 0xFFFF, segment.getShort(1) & 0xFFFF);
        }
        return this;
    }

    private static Orientation searchDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == LITTLE_ENDIAN_MARK ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * DIRECTORY_ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return Orientation.ofTag(tiff.getShort(entry + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
