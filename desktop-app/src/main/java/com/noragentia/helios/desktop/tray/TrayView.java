/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

import java.util.List;

/**
 * What is seen of Helios in the tray. Immutable.
 *
 * @param sentence what is told beside the icon
 * @param items of the menu, from top to bottom
 */
public record TrayView(TrayMark mark, String sentence, List<TrayItem> items) {

    public TrayView {
        items = List.copyOf(items);
    }
}
