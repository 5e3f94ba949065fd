/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.policy.Preference;
import com.noragentia.helios.worker.policy.Preferences;
import java.util.Map;

/**
 * What holds where the owner has set nothing: a worker beside a window is considerate, one that was started alone, as on a server, always
 * works. {@value #VARIABLE} says otherwise for one process.
 */
final class UsualPolicy {

    static final String VARIABLE = "HELIOS_WORKER_POLICY";

    private UsualPolicy() {}

    static Preferences of(boolean isSupervised, Map<String, String> environment) {
        String said = environment.getOrDefault(VARIABLE, "");
        String usual = isSupervised ? Preference.WORK.usual() : "always";
        return Preferences.USUAL.with(Preference.WORK, Preference.WORK.takes(said) ? said : usual);
    }
}
