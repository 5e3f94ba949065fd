/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import com.noragentia.helios.protocol.task.Language;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * The phrases of one bundle in one language. A bundle {@code x} is two files side by side, {@code x_en.properties} and
 * {@code x_es.properties}, UTF-8, with the same keys; a phrase is a {@link MessageFormat} pattern. Immutable and thread-safe.
 */
public final class Phrases {

    private final ResourceBundle bundle;
    private final Language language;

    private Phrases(ResourceBundle bundle, Language language) {
        this.bundle = bundle;
        this.language = language;
    }

    /** The bundle {@code name} that lies beside {@code neighbour}. */
    public static Phrases beside(Class<?> neighbour, String name, Language language) {
        String bundleName = neighbour.getPackageName() + "." + name;
        return new Phrases(
                ResourceBundle.getBundle(bundleName, language.locale(), neighbour.getClassLoader()), language);
    }

    public Language language() {
        return language;
    }

    /**
     * The phrase of a key with its gaps filled.
     *
     * @throws java.util.MissingResourceException if the bundle lacks it, which a test of the bundles prevents
     */
    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(values);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
