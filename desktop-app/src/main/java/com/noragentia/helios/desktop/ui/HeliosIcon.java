/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/** The mark of Helios, drawn in {@code assets/icons/helios.svg}. */
public final class HeliosIcon {

    private static final List<Integer> WINDOW_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private HeliosIcon() {}

    /** For title bars and task bars: every size, so that the system need not scale. */
    public static List<Image> forWindows() {
        return WINDOW_SIZES.stream().map(HeliosIcon::image).toList();
    }

    /** The picture of {@code sourcePixels} a side, shown at {@code shownPixels}. */
    public static ImageView view(int sourcePixels, double shownPixels) {
        ImageView view = new ImageView(image(sourcePixels));
        view.setFitWidth(shownPixels);
        view.setFitHeight(shownPixels);
        view.setSmooth(true);
        return view;
    }

    private static Image image(int pixels) {
        String resource = "/icons/helios-" + pixels + ".png";
        return new Image(Objects.requireNonNull(HeliosIcon.class.getResource(resource), resource)
                .toExternalForm());
    }
}
