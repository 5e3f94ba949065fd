/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;

class AppearanceTest {

    @Test
    void who_has_chosen_nothing_sees_what_the_desktop_around_is_like() {
        assertThat(Choices.FIRST.appearance().colours(ColorScheme.DARK)).isEqualTo(Colours.DARK);
        assertThat(Choices.FIRST.appearance().colours(ColorScheme.LIGHT)).isEqualTo(Colours.LIGHT);
    }

    @Test
    void who_has_chosen_sees_that_whatever_is_around() {
        for (ColorScheme system : ColorScheme.values()) {
            assertThat(Appearance.LIGHT.colours(system)).isEqualTo(Colours.LIGHT);
            assertThat(Appearance.DARK.colours(system)).isEqualTo(Colours.DARK);
            assertThat(Appearance.HIGH_CONTRAST.colours(system)).isEqualTo(Colours.HIGH_CONTRAST);
        }
    }
}
