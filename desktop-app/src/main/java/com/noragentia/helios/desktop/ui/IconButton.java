/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;

/** A button that shows a picture; its name is there for the tooltip and for screen readers. */
public final class IconButton extends Button {

    public IconButton(Ikon icon, ObservableValue<String> name, Runnable action) {
        this(new SimpleObjectProperty<>(icon), name, action);
    }

    /** A button whose picture changes with what it would do. */
    public IconButton(ObservableValue<? extends Ikon> icon, ObservableValue<String> name, Runnable action) {
        getStyleClass().addAll("flat", "icon-button");
        graphicProperty().bind(icon.map(Icon::new));
        accessibleTextProperty().bind(name);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(name);
        setTooltip(tooltip);
        setOnAction(event -> action.run());
    }
}
