/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks the fields of a protobuf message (Protocol Buffers encoding, proto3) without building it: memory stays constant however large the
 * file. Bounds every length by what encloses it; refuses groups, which ONNX does not use.
 */
final class ProtobufReader {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_VARINT_BYTES = 10;

    private final InputStream in;
    private final Deque<Long> enclosingEnds = new ArrayDeque<>();
    private long position;
    private long end;
    private WireType wireType = WireType.VARINT;
    private int number;

    /** Reads one message of exactly {@code length} bytes. */
    ProtobufReader(InputStream in, long length) {
        this.in = in;
        this.end = length;
    }

    /** Goes to the next field of the message at hand; false at its end. */
    boolean next() throws IOException {
        if (position == end) {
            return false;
        }
        long key = varint();
        long fieldNumber = key >>> 3;
        if (fieldNumber < 1 || fieldNumber > 536_870_911) {
            throw new MalformedModelException("field number " + fieldNumber);
        }
        number = (int) fieldNumber;
        wireType = WireType.of((int) (key & 7));
        return true;
    }

    /** Number of the field that {@link #next} came to. */
    int number() {
        return number;
    }

    /** Steps into the field, which must be a message; its fields follow until {@link #leave}. */
    void enter() throws IOException {
        long length = length();
        if (enclosingEnds.size() >= MAX_DEPTH) {
            throw new MalformedModelException("messages nested over " + MAX_DEPTH + " deep");
        }
        enclosingEnds.push(end);
        end = position + length;
    }

    /** Steps out of a message that was read to its end. */
    void leave() {
        end = enclosingEnds.pop();
    }

    /** The field as text. */
    String string(int maxBytes) throws IOException {
        long length = length();
        if (length > maxBytes) {
            throw new MalformedModelException("a text of " + length + " bytes, " + maxBytes + " allowed");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        position += length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The first of the whole numbers that a field holds, packed or one by one; 0 if it is empty. */
    long firstNumber() throws IOException {
        if (wireType == WireType.VARINT) {
            return varint();
        }
        enter();
        long first = position == end ? 0 : varint();
        pass(end - position);
        leave();
        return first;
    }

    /** Passes over the field; how many bytes its value took. */
    long skip() throws IOException {
        long before = position;
        switch (wireType) {
            case VARINT -> varint();
            case FIXED64 -> pass(Long.BYTES);
            case FIXED32 -> pass(Integer.BYTES);
            case LENGTH -> {
                long length = length();
                pass(length);
                return length;
            }
        }
        return position - before;
    }

    private long length() throws IOException {
        if (wireType != WireType.LENGTH) {
            throw new MalformedModelException("field " + number + " has an unexpected type");
        }
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new MalformedModelException("field " + number + " is longer than what it is part of");
        }
        return length;
    }

    private void pass(long bytes) throws IOException {
        if (bytes > end - position) {
            throw new MalformedModelException("field " + number + " is longer than what it is part of");
        }
        in.skipNBytes(bytes);
        position += bytes;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            if (position == end) {
                throw new MalformedModelException("a number is cut off");
            }
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            position++;
            value |= (long) (octet & 0x7F) << (7 * i);
            if (octet < 0x80) {
                return value;
            }
        }
        throw new MalformedModelException("a number of over " + MAX_VARINT_BYTES + " bytes");
    }

    /** How a field is written. */
    private enum WireType {
        VARINT,
        FIXED64,
        LENGTH,
        FIXED32;

        static WireType of(int code) throws MalformedModelException {
            return switch (code) {
                case 0 -> VARINT;
                case 1 -> FIXED64;
                case 2 -> LENGTH;
                case 5 -> FIXED32;
                default -> throw new MalformedModelException("wire type " + code);
            };
        }
    }
}
