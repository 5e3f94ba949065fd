/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.worker.policy.Preference;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.util.StringConverter;

/** A number to be typed or stepped; what is none is not taken, and what is out of range becomes the nearest that is not. */
final class NumberEditor implements PreferenceEditor {

    private static final int MOST_DIGITS = 7;

    private final Spinner<Integer> spinner;

    NumberEditor(Preference preference, int step, Consumer<String> changed) {
        IntegerSpinnerValueFactory values =
                new IntegerSpinnerValueFactory(preference.least(), preference.most(), preference.least(), step);
        values.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number.toString();
            }

            @Override
            public Integer fromString(String typed) {
                return typed.isEmpty()
                        ? values.getValue()
                        : Math.clamp(Integer.parseInt(typed), preference.least(), preference.most());
            }
        });
        spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.getEditor()
                .setTextFormatter(new TextFormatter<>(
                        change -> change.getControlNewText().matches("[0-9]{0," + MOST_DIGITS + "}") ? change : null));
        spinner.focusedProperty().addListener((focus, before, isFocused) -> {
            if (!isFocused) {
                spinner.commitValue();
            }
        });
        spinner.valueProperty().addListener((value, before, now) -> changed.accept(now.toString()));
    }

    @Override
    public Node node() {
        return spinner;
    }

    @Override
    public void show(String value) {
        spinner.getValueFactory().setValue(Integer.valueOf(value));
    }
}
