/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a protobuf message field by field. */
final class ProtobufBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ProtobufBytes number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    ProtobufBytes text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufBytes message(int field, ProtobufBytes inner) {
        return bytes(field, inner.toByteArray());
    }

    ProtobufBytes bytes(int field, byte[] value) {
        announce(field, value.length);
        out.writeBytes(value);
        return this;
    }

    /** The head of a field without its content: a lie about what follows. */
    ProtobufBytes announce(int field, long length) {
        varint(((long) field << 3) | 2);
        varint(length);
        return this;
    }

    ProtobufBytes raw(int... octets) {
        for (int octet : octets) {
            out.write(octet);
        }
        return this;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
