/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** The file that a text in base64 holds. Reading it ends with a {@link ProblemException} where the text is none: no disk failed, the sender did. */
final class Decoding extends FilterInputStream {

    private final String param;

    /** @param param the parameter that holds the text */
    Decoding(InputStream text, String param) {
        super(Base64.getDecoder().wrap(text));
        this.param = param;
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException _) { // its message quotes the text
            throw garbled();
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException _) {
            throw garbled();
        }
    }

    private ProblemException garbled() {
        return Fault.invalid(param, "a file in base64");
    }
}
