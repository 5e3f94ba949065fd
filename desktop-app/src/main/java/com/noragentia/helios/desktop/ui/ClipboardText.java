/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Text for other programs. UI thread only. */
public final class ClipboardText {

    private ClipboardText() {}

    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
