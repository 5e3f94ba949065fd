/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the one Exif tag that matters here, in the first bytes of a JPEG file. A library for all of Exif would bring hundreds of parsers to
 * hostile files for the sake of one number.
 */
final class ExifOrientation {

    private static final int MARKER = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0x45786966;
    private static final int EXIF_HEADER_BYTES = 6;
    private static final int LITTLE_ENDIAN_MARK = 0x4949;
    private static final int ORIENTATION = 0x0112;
    private static final int DIRECTORY_ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** Upright where the tag is missing or the file is cut or twisted. */
    static Orientation in(byte[] head) {
        try {
            return searchSegments(ByteBuffer.wrap(head));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Orientation.UPRIGHT;
        }
    }

    private static Orientation searchSegments(ByteBuffer file) {
        file.getShort();
        while ((file.get() & 0xFF) == MARKER) {
            int kind = file.get() & 0xFF;
            if (kind == START_OF_SCAN) {
                break;
            }
            int length = (file.getShort() & 0xFFFF) - 2;
            if (kind == APP1 && file.getInt(file.position()) == EXIF) {
                return searchDirectory(file.slice(file.position() + EXIF_HEADER_BYTES, length - EXIF_HEADER_BYTES));
            }
            file.position(file.position() + length);
        }
        return Orientation.UPRIGHT;
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
