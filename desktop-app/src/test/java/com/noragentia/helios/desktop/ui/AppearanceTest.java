/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppearanceTest {

    @Test
    void who_has_chosen_nothing_sees_what_the_desktop_around_is_like() {
        assertThat(Choices.FIRST.appearance().colours(true)).isEqualTo(Colours.DARK);
        assertThat(Choices.FIRST.appearance().colours(false)).isEqualTo(Colours.LIGHT);
    }

    @Test
    void who_has_chosen_sees_that_whatever_is_around() {
        for (boolean systemIsDark : new boolean[] {true, false}) {
            assertThat(Appearance.LIGHT.colours(systemIsDark)).isEqualTo(Colours.LIGHT);
            assertThat(Appearance.DARK.colours(systemIsDark)).isEqualTo(Colours.DARK);
            assertThat(Appearance.HIGH_CONTRAST.colours(systemIsDark)).isEqualTo(Colours.HIGH_CONTRAST);
        }
    }
}
