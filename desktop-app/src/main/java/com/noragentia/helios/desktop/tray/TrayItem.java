/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.List;

/** One line of the menu in the tray. */
public sealed interface TrayItem {

    /**
     * A line that does something.
     *
     * @param chosen what; called by a thread of the tray, so it must return at once
     */
    record Action(String label, Runnable chosen) implements TrayItem {}

    /** A line that only tells. */
    record Note(String label) implements TrayItem {}

    /** A line with more lines behind it. */
    record Menu(String label, List<TrayItem> items) implements TrayItem {

        public Menu {
            items = List.copyOf(items);
        }
    }

    /** A line between lines. */
    record Separator() implements TrayItem {}
}
