/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is set about this computer's worker, and how it is changed: each change is kept at once. UI thread only. */
public final class WorkerSettings {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSettings.class);

    private final ReadOnlyObjectWrapper<Preferences> preferences = new ReadOnlyObjectWrapper<>(Preferences.USUAL);
    private final ReadOnlyObjectWrapper<List<String>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper isUnsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Preferences> before = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<@Nullable Preferences> toKeep = new AtomicReference<>();
    private final PolicyFiles files;
    private final Executor ui;
    private final Executor background;
    private long changes;

    public WorkerSettings(PolicyFiles files, Executor ui, Executor background) {
        this.files = files;
        this.ui = ui;
        this.background = background;
    }

    ReadOnlyObjectProperty<Preferences> preferences() {
        return preferences.getReadOnlyProperty();
    }

    /** What of the file is not heeded. */
    ReadOnlyObjectProperty<List<String>> faults() {
        return faults.getReadOnlyProperty();
    }

    /** Whether the last change could not be kept. */
    ReadOnlyBooleanProperty isUnsaved() {
        return isUnsaved.getReadOnlyProperty();
    }

    /** What was set before all was made as usual, until the next change. */
    ReadOnlyObjectProperty<@Nullable Preferences> before() {
        return before.getReadOnlyProperty();
    }

    /** Reads anew what is set: a command may have changed it. */
    void load() {
        long known = changes;
        background.execute(() -> {
            PolicyFiles.Said said;
            synchronized (files) {
                said = files.preferences();
            }
            ui.execute(() -> {
                if (changes == known) {
                    preferences.set(said.preferences());
                    faults.set(said.faults());
                }
            });
        });
    }

    /** @param value one that the preference takes */
    void set(Preference preference, String value) {
        if (!preferences.get().value(preference).equals(value)) {
            change(preferences.get().with(preference, value));
        }
    }

    void makeUsual(Preference preference) {
        change(preferences.get().without(preference));
    }

    void makeAllUsual() {
        Preferences all = preferences.get();
        change(Preferences.USUAL);
        before.set(all);
    }

    /** Takes back that all was made as usual. */
    void undo() {
        Preferences all = before.get();
        if (all != null) {
            change(all);
        }
    }

    private void change(Preferences changed) {
        changes++;
        before.set(null);
        preferences.set(changed);
        save();
    }

    /** Tries once more to keep what is set. */
    void save() {
        toKeep.set(preferences.get());
        background.execute(this::keep);
    }

    /** Whichever of several runs of this comes last keeps the last change. */
    private void keep() {
        synchronized (files) {
            Preferences now = toKeep.get();
            if (now == null) {
                return;
            }
            boolean isKept = isKept(now);
            toKeep.compareAndSet(now, null);
            ui.execute(() -> isUnsaved.set(!isKept));
        }
    }

    private boolean isKept(Preferences now) {
        try {
            files.keep(now);
            return true;
        } catch (IOException e) {
            LOG.warn("settings cannot be kept: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
