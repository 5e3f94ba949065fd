/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How bytes are named in vocabularies: in byte-level ones each by a visible character (Radford and others 2019: the printable ones of Latin-1
 * by themselves, the others by those from U+0100 on), in those after SentencePiece as {@code <0x0A>}.
 */
final class ByteNames {

    private static final int LAST = 0x143;
    /** The byte that a character names; -1 for none. */
    private static final int[] OCTETS = octets();

    private ByteNames() {}

    /** The byte that {@code <0x0A>} names; -1 if the name is not of that form. */
    static int octet(String name) {
        if (name.length() != 6 || !name.startsWith("<0x") || name.charAt(5) != '>') {
            return -1;
        }
        int high = Character.digit(name.charAt(3), 16);
        int low = Character.digit(name.charAt(4), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** The bytes that the characters of a byte-level name stand for; a name with any other character stands for itself. */
    static byte[] bytes(String name) {
        byte[] bytes = new byte[name.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = name.charAt(i);
            if (c > LAST || OCTETS[c] < 0) {
                return name.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) OCTETS[c];
        }
        return bytes;
    }

    private static int[] octets() {
        int[] octets = new int[LAST + 1];
        Arrays.fill(octets, -1);
        int next = 0x100;
        for (int octet = 0; octet < 256; octet++) {
            boolean visible = (octet >= '!' && octet <= '~') || (octet >= 0xA1 && octet <= 0xFF && octet != 0xAD);
            octets[visible ? octet : next++] = octet;
        }
        return octets;
    }
}
