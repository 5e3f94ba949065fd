/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreferencesChoiceStoreTest {

    private final Preferences node = Preferences.userRoot().node("helios-test-" + UUID.randomUUID());

    @AfterEach
    void remove() throws BackingStoreException {
        node.removeNode();
    }

    @Test
    void what_was_saved_is_loaded() {
        Choices choices = new Choices(Appearance.HIGH_CONTRAST, new Zoom(130), true, true, true);

        new PreferencesChoiceStore(node).save(choices);

        assertThat(new PreferencesChoiceStore(node).load()).isEqualTo(choices);
    }

    @Test
    void without_anything_saved_the_first_choices_hold() {
        assertThat(new PreferencesChoiceStore(node).load()).isEqualTo(Choices.FIRST);
    }

    @Test
    void nonsense_in_the_store_does_no_harm() {
        node.put("appearance", "PLAID");
        node.put("zoom-percent", "999999");

        assertThat(new PreferencesChoiceStore(node).load())
                .isEqualTo(new Choices(Appearance.SYSTEM, new Zoom(Zoom.LARGEST), false, false, false));
    }
}
