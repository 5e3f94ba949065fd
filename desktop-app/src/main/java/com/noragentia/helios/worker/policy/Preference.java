/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the owner of a computer may set about its worker: names, values that are allowed, and what holds where nothing is said. */
public enum Preference {
    /** {@code considerate}: by all that follows; {@code always}: whatever the computer does. */
    WORK("considerate", "always|considerate"),
    /** Only while nobody uses the computer. */
    ONLY_WHEN_IDLE("yes", Preference.YES_NO),
    /** Minutes without a key or the pointer after which nobody uses it. */
    IDLE_MINUTES("3", 1, 30),
    /** On battery too. */
    ON_BATTERY("no", Preference.YES_NO),
    /** How full the battery must be, where it may work on battery. */
    BATTERY_PERCENT("40", 5, 100),
    /** When it may work, as {@link WeekTable} reads it. */
    HOURS("always", WeekTable.FORM),
    /** The share of the processors while somebody uses the computer. */
    CORES_IN_USE_PERCENT("50", 10, 100),
    /** The share of the processors while nobody does. */
    CORES_AWAY_PERCENT("100", 10, 100),
    /** What other programs may compute while somebody uses the computer; 100 for anything. */
    OTHERS_IN_USE_PERCENT("25", 5, 100),
    /** What they may while nobody does; 100 for anything. */
    OTHERS_AWAY_PERCENT("50", 5, 100),
    /** Memory that must be free; 0 for none. */
    FREE_MEMORY_MB("512", 0, 1_000_000),
    /** Disk that must be free; 0 for none. */
    FREE_DISK_GB("5", 0, 100_000),
    /** In networks that cost by what is transferred too. */
    ON_METERED("no", Preference.YES_NO),
    /** Programs beside which it does nothing, without ending, with commas between them; {@code none} for none. */
    PROGRAMS(Preference.GAMES_AND_FILMS, "[\\p{L}\\p{N} ._+,-]{1,2000}"),
    /** Not while a program fills the screen. */
    NOT_IN_FULL_SCREEN("yes", Preference.YES_NO),
    /** The hottest that the processor may be, in degrees Celsius. */
    MOST_CELSIUS("90", 50, 110);

    private static final String YES_NO = "yes|no";

    /** What runs beside games of Steam and Wine, and what records or plays films; nothing that people leave running all day. */
    private static final String GAMES_AND_FILMS =
            "gameoverlayui,gameoverlayui64,wine64-preloader,retroarch,obs,obs64,kodi,resolve";

    private final String usual;
    private final Pattern form;
    private final int least;
    private final int most;

    Preference(String usual, String form) {
        this(usual, form, 0, 0);
    }

    Preference(String usual, int least, int most) {
        this(usual, "[0-9]{1,7}", least, most);
    }

    Preference(String usual, String form, int least, int most) {
        this.usual = usual;
        this.form = Pattern.compile(form);
        this.least = least;
        this.most = most;
    }

    /** As files and commands write it, such as {@code idle-minutes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a key. */
    public static Optional<Preference> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** What holds where nothing is said. */
    public String usual() {
        return usual;
    }

    /** The least of a number; 0 where it is none. */
    public int least() {
        return least;
    }

    /** The most of a number; 0 where it is none. */
    public int most() {
        return most;
    }

    /** Whether it may have this value. */
    public boolean takes(String value) {
        if (!form.matcher(value).matches()) {
            return false;
        }
        return most == 0 || (Integer.parseInt(value) >= least && Integer.parseInt(value) <= most);
    }

    /** What is allowed, for people: a range or the words. */
    public String allowed() {
        return switch (this) {
            case PROGRAMS -> "obs,steam | none";
            case HOURS -> "always | mon-fri 18-24, sat-sun 0-24";
            default -> most == 0 ? form.pattern().replace("|", " | ") : least + "–" + most;
        };
    }
}
