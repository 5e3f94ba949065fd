/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that does not load or run on this computer, or did not answer a task though nothing is wrong with it ({@link #isOfTask}). The
 * message is for the log: it names files and causes, never a member's text. Where people are likely to read it, it also carries the key of a
 * phrase.
 */
public final class ModelFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String phrase;
    private final transient List<Object> values;
    private final boolean ofTask;

    public ModelFailure(String reason, Throwable cause) {
        super(reason, cause);
        this.phrase = null;
        this.values = List.of();
        this.ofTask = false;
    }

    public ModelFailure(String reason) {
        this(null, reason, List.of(), false);
    }

    /**
     * One that says nothing of the model, which stays loaded: it was asked what it is not for, was closed meanwhile, or had no room for just this
     * answer.
     */
    public static ModelFailure ofTask(String reason) {
        return new ModelFailure(null, reason, List.of(), true);
    }

    /** Whether the model may go on with other tasks. */
    public boolean isOfTask() {
        return ofTask;
    }

    /** As {@link #told(String, String, Object...)}, with what led to it. */
    public static ModelFailure told(Throwable cause, String phrase, String reason, Object... values) {
        ModelFailure failure = told(phrase, reason, values);
        failure.initCause(cause);
        return failure;
    }

    private ModelFailure(@Nullable String phrase, String reason, List<Object> values, boolean ofTask) {
        super(reason);
        this.phrase = phrase;
        this.values = values;
        this.ofTask = ofTask;
    }

    /**
     * One that is told to people in their language.
     *
     * @param phrase its key in the bundle of {@link com.noragentia.helios.language.ModelPhrases}
     * @param values what fills the phrase's gaps
     */
    public static ModelFailure told(String phrase, String reason, Object... values) {
        return new ModelFailure(phrase, reason, List.of(values), false);
    }

    /** The phrase's key; empty where there are only words for the log. */
    public Optional<String> phrase() {
        return Optional.ofNullable(phrase);
    }

    public Object[] values() {
        return values.toArray();
    }
}
