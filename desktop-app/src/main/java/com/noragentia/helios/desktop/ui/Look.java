/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** The look of the windows: keeps the member's choices and dresses scenes in them. UI thread only. */
public final class Look {

    private static final String STYLE_SHEET = "helios.css";
    private static final String WIDE = "wide";

    private final ReadOnlyObjectWrapper<Choices> choices;
    private final ObservableValue<Boolean> systemIsDark;
    private final ChoiceStore store;
    private final Executor background;

    /**
     * A look that follows the desktop around the windows where the member wants that.
     *
     * @param first what {@code store} held; loaded beforehand, because loading blocks
     */
    public Look(Choices first, ChoiceStore store, Executor background) {
        this(first, SystemColours.dark(background), store, background);
    }

    /** @param systemIsDark whether the desktop around the windows is */
    Look(Choices first, ObservableValue<Boolean> systemIsDark, ChoiceStore store, Executor background) {
        this.choices = new ReadOnlyObjectWrapper<>(first);
        this.systemIsDark = systemIsDark;
        this.store = store;
        this.background = background;
    }

    public ReadOnlyObjectProperty<Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    public void choose(UnaryOperator<Choices> change) {
        Choices changed = change.apply(choices.get());
        if (!changed.equals(choices.get())) {
            choices.set(changed);
            background.execute(() -> store.save(changed));
        }
    }

    /** Dresses a scene now and after each change. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(Look.class.getResource(STYLE_SHEET), STYLE_SHEET)
                        .toExternalForm());
        choices.subscribe(now -> dress(scene, now));
        systemIsDark.subscribe(() -> dress(scene, choices.get()));
    }

    private void dress(Scene scene, Choices now) {
        Colours colours = now.appearance().colours(systemIsDark.getValue());
        Application.setUserAgentStylesheet(colours.styleSheet());
        List<String> classes = scene.getRoot().getStyleClass();
        for (Colours others : Colours.values()) {
            classes.remove(others.styleClass());
        }
        classes.remove(WIDE);
        classes.add(colours.styleClass());
        if (now.isWide()) {
            classes.add(WIDE);
        }
        scene.getRoot().setStyle(now.zoom().style());
    }
}
