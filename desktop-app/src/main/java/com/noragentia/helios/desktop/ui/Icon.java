/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A picture as large as the style sheet makes this box. A bare {@link FontIcon} can't be sized in em, and so would not follow the zoom:
 * its em is its own size, which would grow for ever.
 */
public final class Icon extends Region {

    private final FontIcon glyph;

    public Icon(Ikon ikon) {
        glyph = new FontIcon(ikon);
        glyph.setManaged(false);
        getStyleClass().add("icon");
        getChildren().add(glyph);
    }

    @Override
    protected void layoutChildren() {
        double scale = getWidth() / glyph.getIconSize();
        glyph.setScaleX(scale);
        glyph.setScaleY(scale);
        Bounds bounds = glyph.getLayoutBounds();
        glyph.setLayoutX(getWidth() / 2 - bounds.getCenterX());
        glyph.setLayoutY(getHeight() / 2 - bounds.getCenterY());
    }
}
