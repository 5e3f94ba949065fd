/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The settings of this computer's worker, one row for each preference. UI thread only. */
final class WorkerRows {

    private static final int MINUTES_STEP = 1;
    private static final int PERCENT_STEP = 5;
    private static final int MEGABYTES_STEP = 256;

    private final WorkerSettings settings;
    private final Words words;
    private final Executor ui;
    private final Executor background;

    WorkerRows(WorkerSettings settings, Words words, Executor ui, Executor background) {
        this.settings = settings;
        this.words = words;
        this.ui = ui;
        this.background = background;
    }

    List<SettingRow> of(Preference... preferences) {
        return Arrays.stream(preferences).map(this::row).toList();
    }

    private SettingRow row(Preference preference) {
        PreferenceEditor editor = editor(preference, value -> settings.set(preference, value));
        boolean isWide = preference == Preference.HOURS || preference == Preference.PROGRAMS;
        SettingRow row = new SettingRow(key(preference), words, editor.node(), editor.labelled(), isWide)
                .withReset(words, () -> settings.makeUsual(preference));
        settings.preferences().subscribe(now -> {
            editor.show(now.value(preference));
            editor.node().setDisable(!isHeeded(preference, now));
            row.showReset(now.said().containsKey(preference));
        });
        return row;
    }

    private static String key(Preference preference) {
        return "settings." + preference.key();
    }

    private PreferenceEditor editor(Preference preference, Consumer<String> changed) {
        return switch (preference) {
            case WORK -> new SwitchEditor("considerate", "always", changed);
            case ONLY_WHEN_IDLE, ON_BATTERY, ON_METERED, NOT_IN_FULL_SCREEN -> new SwitchEditor("yes", "no", changed);
            case IDLE_MINUTES, MOST_CELSIUS -> slider(preference, MINUTES_STEP, changed);
            case BATTERY_PERCENT,
                    CORES_IN_USE_PERCENT,
                    CORES_AWAY_PERCENT,
                    OTHERS_IN_USE_PERCENT,
                    OTHERS_AWAY_PERCENT -> slider(preference, PERCENT_STEP, changed);
            case FREE_MEMORY_MB -> new NumberEditor(preference, MEGABYTES_STEP, changed);
            case FREE_DISK_GB -> new NumberEditor(preference, 1, changed);
            case HOURS -> new HoursEditor(words, changed);
            case PROGRAMS -> new ProgramsEditor(words, ui, background, changed);
        };
    }

    private SliderEditor slider(Preference preference, int step, Consumer<String> changed) {
        return new SliderEditor(preference, step, words, key(preference) + ".value", changed);
    }

    /** Whether it makes a difference beside what else is set. */
    private static boolean isHeeded(Preference preference, Preferences all) {
        return switch (preference) {
            case WORK -> true;
            case BATTERY_PERCENT ->
                isConsiderate(all) && all.value(Preference.ON_BATTERY).equals("yes");
            default -> isConsiderate(all);
        };
    }

    private static boolean isConsiderate(Preferences all) {
        return all.value(Preference.WORK).equals("considerate");
    }
}
