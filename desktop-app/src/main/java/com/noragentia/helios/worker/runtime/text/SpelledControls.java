/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Control tokens that the vocabulary has among the ordinary ones, too, so that merging could lead to them: the tokens of their single
 * characters, which say the same without being a control token. Immutable.
 */
final class SpelledControls {

    private static final int[] NOTHING = {};

    private final Map<Integer, int[]> spelled;

    private SpelledControls(Map<Integer, int[]> spelled) {
        this.spelled = spelled;
    }

    /** Nothing for a control token whose characters the vocabulary lacks. */
    int[] of(int control) {
        return spelled.getOrDefault(control, NOTHING);
    }

    /** Watches a vocabulary being read. Not thread-safe. */
    static final class Builder {

        private final Map<Integer, Integer> ofCharacter = new HashMap<>();
        private final int[] ofByte = new int[256];

        Builder() {
            Arrays.fill(ofByte, -1);
        }

        void token(int id, String name) {
            int octet = ByteNames.octet(name);
            if (octet >= 0) {
                ofByte[octet] = id;
            } else if (!name.isEmpty() && name.codePointCount(0, name.length()) == 1) {
                ofCharacter.put(name.codePointAt(0), id);
            }
        }

        SpelledControls build(Collection<ControlToken> controls) {
            Map<Integer, int[]> spelled = new HashMap<>();
            for (ControlToken control : controls) {
                if (!control.isBlank()) {
                    spelled.put(control.id(), spell(control));
                }
            }
            return new SpelledControls(spelled);
        }

        private int[] spell(ControlToken control) {
            return control.content()
                    .codePoints()
                    .flatMap(this::spell)
                    .filter(id -> id >= 0 && id != control.id())
                    .toArray();
        }

        private IntStream spell(int codePoint) {
            Integer id = ofCharacter.get(codePoint);
            if (id != null) {
                return IntStream.of(id);
            }
            byte[] bytes = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
            return IntStream.range(0, bytes.length).map(i -> ofByte[bytes[i] & 0xFF]);
        }
    }
}
