/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.tray;

/** An icon of Helios in the tray of the desktop. Thread-safe; calls may block, so a user interface's thread must not make them. */
public interface Tray extends AutoCloseable {

    /** Whether there is a tray and the icon is in it; that may change, as when a panel ends and starts anew. */
    boolean isThere();

    /** From now on the icon, what is told beside it, and its menu are so. */
    void show(TrayView view);

    /** Takes the icon away. */
    @Override
    void close();
}
