/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.expert.LoadedModel;

/** A loaded model and how many tasks use it: its memory is given back only when none does. Thread-safe. */
final class HostedModel {

    private final LoadedModel model;
    private int users;
    private boolean retired;
    private boolean closed;

    HostedModel(LoadedModel model) {
        this.model = model;
    }

    LoadedModel model() {
        return model;
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

    /** Lets no new task in and closes the model after the last. */
    synchronized void retire() {
        retired = true;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (retired && users == 0 && !closed) {
            closed = true;
            model.close();
        }
    }
}
