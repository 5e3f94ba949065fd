/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.Preference;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** A number in a range, with the words for it beside the slider. */
final class SliderEditor implements PreferenceEditor {

    private final Slider slider;
    private final HBox box;

    /**
     * In steps of {@code step} from a multiple of it.
     *
     * @param inWords of the bundle: what the number means, in whole and as a share of this computer's processors
     */
    SliderEditor(Preference preference, int step, Words words, String inWords, Consumer<String> changed) {
        slider = new Slider(preference.least(), preference.most(), preference.least());
        slider.setBlockIncrement(step);
        Label meaning = new Label();
        meaning.getStyleClass().add("setting-value");
        meaning.textProperty()
                .bind(words.live(
                        phrases -> phrases.say(inWords, number(step), cores(number(step)), allCores()),
                        slider.valueProperty()));
        slider.valueProperty().subscribe(() -> slider.setAccessibleHelp(meaning.getText()));
        slider.valueProperty().addListener((value, before, now) -> {
            if (slider.isFocused() || slider.isPressed() || slider.isValueChanging()) {
                changed.accept(Integer.toString(number(step)));
            }
        });
        box = new HBox(slider, meaning);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("setting-slider");
    }

    private int number(int step) {
        int rounded = Math.round((float) slider.getValue() / step) * step;
        return Math.clamp(rounded, (int) slider.getMin(), (int) slider.getMax());
    }

    /** As the worker rounds the share of the processors. */
    private static long cores(int percent) {
        return Math.max(1, Math.round(percent / 100.0 * allCores()));
    }

    private static int allCores() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Node labelled() {
        return slider;
    }

    @Override
    public void show(String value) {
        if (!slider.isValueChanging() && !slider.isPressed()) {
            slider.setValue(Integer.parseInt(value));
        }
    }
}
