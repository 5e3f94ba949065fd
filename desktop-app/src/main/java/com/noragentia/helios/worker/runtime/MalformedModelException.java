/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

/** A model file that is not what it claims to be, or claims what Helios does not allow. */
final class MalformedModelException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String phrase;
    private final transient Object[] values;

    /** One that is damaged, or none at all. */
    MalformedModelException(String reason) {
        this("graph-damaged", reason);
    }

    /**
     * One that breaks a rule which has words of its own.
     *
     * @param phrase its key, as {@link ModelFailure#told} takes it
     * @param values what fills the phrase's gaps after the first, which is the file's name
     */
    MalformedModelException(String phrase, String reason, Object... values) {
        super(reason);
        this.phrase = phrase;
        this.values = values.clone();
    }

    /** As those are told who own this computer. */
    ModelFailure of(String file) {
        Object[] all = Stream.concat(Stream.of(file), Arrays.stream(values)).toArray();
        return ModelFailure.told(this, phrase, file + " is refused: " + getMessage(), all);
    }
}
