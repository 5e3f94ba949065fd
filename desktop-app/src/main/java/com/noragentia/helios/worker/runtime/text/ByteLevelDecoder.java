/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

/** Tokens whose names are bytes in disguise: a character is given out with its last byte. */
final class ByteLevelDecoder implements TokenDecoder {

    private final Vocabulary vocabulary;
    private final ControlTokens controls;
    private final StringBuilder ready = new StringBuilder();
    private final Utf8Stream bytes = new Utf8Stream(ready, false);

    ByteLevelDecoder(Vocabulary vocabulary, ControlTokens controls) {
        this.vocabulary = vocabulary;
        this.controls = controls;
    }

    @Override
    public String next(int token) {
        if (!controls.isSilent(token)) {
            for (byte octet : ByteNames.bytes(vocabulary.name(token))) {
                bytes.add(octet);
            }
        }
        return take();
    }

    @Override
    public String rest() {
        bytes.giveUp();
        return take();
    }

    private String take() {
        String text = ready.toString();
        ready.setLength(0);
        return text;
    }
}
