/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemColoursTest {

    private static final String KEY =
            "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n";

    @Test
    void windows_says_that_programs_are_to_be_dark() {
        assertThat(SystemColours.isDark(KEY + "    AppsUseLightTheme    REG_DWORD    0x0\r\n\r\n"))
                .isTrue();
        assertThat(SystemColours.isDark(KEY + "    AppsUseLightTheme    REG_DWORD    0x1\r\n\r\n"))
                .isFalse();
    }

    @Test
    void where_windows_says_nothing_it_is_light() {
        assertThat(SystemColours.isDark("ERROR: The system was unable to find the specified registry key or value."))
                .isFalse();
        assertThat(SystemColours.isDark("")).isFalse();
    }
}
