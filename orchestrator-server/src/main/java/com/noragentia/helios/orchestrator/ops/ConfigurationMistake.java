/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.protocol.task.Language;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** A setting that cannot be used. Its words say which, why, and what would do; its message is in English. */
final class ConfigurationMistake extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String[] values;

    /**
     * Of one kind.
     *
     * @param kind below {@code mistake} in the bundle
     * @param values that belong into its words
     */
    ConfigurationMistake(String kind, String... values) {
        super(words(OrchestratorMain.words(Language.EN), "mistake." + kind, values));
        this.key = "mistake." + kind;
        this.values = values.clone();
    }

    /** Of one setting; {@code values} follow its key and its variable. */
    static ConfigurationMistake of(Setting setting, String kind, String... values) {
        String[] all = new String[values.length + 2];
        all[0] = setting.key();
        all[1] = setting.variable();
        System.arraycopy(values, 0, all, 2, values.length);
        return new ConfigurationMistake(kind, all);
    }

    /** In the language of a bundle. */
    String words(ResourceBundle bundle) {
        return words(bundle, key, values);
    }

    private static String words(ResourceBundle bundle, String key, String... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
