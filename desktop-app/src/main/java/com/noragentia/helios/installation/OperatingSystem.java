/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import java.util.Locale;

/** The families of operating systems that keep their users' files in different places. */
public enum OperatingSystem {
    LINUX,
    WINDOWS,
    MAC;

    /** The system that the property {@code os.name} tells of; {@link #LINUX} for every other Unix. */
    public static OperatingSystem ofName(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MAC : LINUX;
    }

    public static OperatingSystem current() {
        return ofName(System.getProperty("os.name", ""));
    }
}
