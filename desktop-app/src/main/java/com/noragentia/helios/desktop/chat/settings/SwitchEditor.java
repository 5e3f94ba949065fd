/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;

/** On or off. */
final class SwitchEditor implements PreferenceEditor {

    private final CheckBox box = new CheckBox();
    private final String on;

    /** Tells {@code on} or {@code off}. */
    SwitchEditor(String on, String off, Consumer<String> changed) {
        this.on = on;
        box.setOnAction(event -> changed.accept(box.isSelected() ? on : off));
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(String value) {
        box.setSelected(value.equals(on));
    }
}
