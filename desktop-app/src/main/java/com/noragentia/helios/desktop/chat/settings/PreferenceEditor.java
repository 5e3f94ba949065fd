/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import javafx.scene.Node;

/** Shows one value to be changed, and tells each change that the preference takes. UI thread only. */
interface PreferenceEditor {

    Node node();

    /** What of the node the setting's name belongs to. */
    default Node labelled() {
        return node();
    }

    /** Shows a value without telling it. */
    void show(String value);
}
