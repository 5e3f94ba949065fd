/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the failure of a unit whose result nobody waits for: which exceptions and where, never their messages, which may quote content. */
public final class UnheardFailure {

    private static final Logger LOG = LoggerFactory.getLogger(UnheardFailure.class);
    private static final int CAUSES = 5;

    private UnheardFailure() {}

    /** Logs, once and under the name {@code what}, that {@code unit} has failed, if it does. */
    public static void log(String what, CompletableFuture<?> unit) {
        var _ = unit.whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.error("{} failed: {}", what, outline(failure));
            }
        });
    }

    static String outline(Throwable failure) {
        List<String> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && causes.size() < CAUSES) {
            causes.add(cause.getClass().getName() + ownFrame(cause));
            cause = cause.getCause();
        }
        return String.join(", caused by ", causes);
    }

    private static String ownFrame(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("com.noragentia.helios."))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
