/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that shows a picture; its name is there for the tooltip and for screen readers. */
public class IconButton extends Button {

    public IconButton(Ikon icon, ObservableValue<String> name, Runnable action) {
        super("", new FontIcon(icon));
        getStyleClass().addAll("flat", "icon-button");
        accessibleTextProperty().bind(name);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(name);
        setTooltip(tooltip);
        setOnAction(event -> action.run());
    }

    protected final void show(Ikon icon) {
        setGraphic(new FontIcon(icon));
    }
}
