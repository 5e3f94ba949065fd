/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.worker.expert.LoadedModel;
import java.util.concurrent.CompletableFuture;

/** A loaded model and how many tasks use it: its memory is given back only when none does. Thread-safe. */
final class HostedModel {

    private final LoadedModel model;
    private int users;
    private boolean retired;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    HostedModel(LoadedModel model) {
        this.model = model;
    }

    LoadedModel model() {
        return model;
    }

    /** Tasks that it answers side by side. */
    int atOnce() {
        return Math.clamp(model.atOnce(), 1, Limit.ANSWERS_AT_ONCE.intValue());
    }

    /** Done once the memory has been given back. What follows it may take no lock that is held while a model is used. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    /** Begins a use; false if the model is on its way out. */
    synchronized boolean use() {
        if (retired) {
            return false;
        }
        users++;
        return true;
    }

    /** Ends a use. */
    synchronized void release() {
        users--;
        closeIfUnused();
    }

    /** Whether no task uses it. */
    synchronized boolean isIdle() {
        return users == 0;
    }

    /** Closes the model if no task uses it; false if one does. */
    synchronized boolean retireIfIdle() {
        if (!isIdle()) {
            return false;
        }
        retire();
        return true;
    }

    /** Lets no new task in and closes the model after the last. */
    synchronized void retire() {
        retired = true;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (retired && users == 0 && !closed.isDone()) {
            try {
                model.close();
            } finally {
                closed.complete(null);
            }
        }
    }
}
