/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.text;

/**
 * Tokens whose names are text with a mark for blanks, or single bytes. Characters spelled in bytes are given out with their last byte; each
 * byte of a wrong sequence becomes U+FFFD. (Hugging Face's decoder lets one wrong byte spoil its whole run of bytes; that could not be given
 * out before the run ends.)
 */
final class PieceDecoder implements TokenDecoder {

    private final DecodingRule.Pieces rule;
    private final Vocabulary vocabulary;
    private final ControlTokens controls;
    private final StringBuilder ready = new StringBuilder();
    private final Utf8Stream bytes = new Utf8Stream(ready, true);
    private int blanksToCut;
    private boolean first = true;

    PieceDecoder(DecodingRule.Pieces rule, Vocabulary vocabulary, ControlTokens controls) {
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.controls = controls;
        blanksToCut = rule.cutBlanks();
    }

    @Override
    public String next(int token) {
        if (!controls.isSilent(token)) {
            add(vocabulary.name(token));
        }
        return take();
    }

    @Override
    public String rest() {
        bytes.giveUp();
        return take();
    }

    private void add(String name) {
        int octet = rule.bytes() ? ByteNames.octet(name) : -1;
        if (octet >= 0) {
            bytes.add((byte) octet);
        } else if (!name.isEmpty()) {
            bytes.giveUp();
            ready.append(rule.blank().isEmpty() ? name : name.replace(rule.blank(), blankHere()));
        }
        first &= name.isEmpty();
    }

    private String blankHere() {
        return first && rule.firstWithoutBlanks() ? "" : " ";
    }

    private String take() {
        int from = 0;
        while (blanksToCut > 0 && from < ready.length()) {
            if (ready.charAt(from) == ' ') {
                from++;
                blanksToCut--;
            } else {
                blanksToCut = 0;
            }
        }
        String text = ready.substring(from);
        ready.setLength(0);
        return text;
    }
}
