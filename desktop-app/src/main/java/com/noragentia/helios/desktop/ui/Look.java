/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/** The look of the windows: keeps the member's choices and dresses scenes in them. UI thread only. */
public final class Look {

    private static final String STYLE_SHEET = "helios.css";

    private final ReadOnlyObjectWrapper<Choices> choices;
    private final ChoiceStore store;
    private final Executor background;

    /** @param first what {@code store} held; loaded beforehand, because loading blocks */
    public Look(Choices first, ChoiceStore store, Executor background) {
        this.choices = new ReadOnlyObjectWrapper<>(first);
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
    }

    private static void dress(Scene scene, Choices now) {
        Application.setUserAgentStylesheet(now.appearance().styleSheet());
        for (Appearance appearance : Appearance.values()) {
            scene.getRoot().getStyleClass().remove(appearance.styleClass());
        }
        scene.getRoot().getStyleClass().add(now.appearance().styleClass());
        scene.getRoot().setStyle(now.zoom().style());
    }
}
