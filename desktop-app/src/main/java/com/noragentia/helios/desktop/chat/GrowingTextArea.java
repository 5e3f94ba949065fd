/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area as high as its text, from one line to {@value #MAX_LINES}; after that it scrolls. */
final class GrowingTextArea extends TextArea {

    private static final int MAX_LINES = 8;
    /** Padding of the content in the style sheet, above and below, in font sizes. */
    private static final double PADDING_EM = 1.1;
    /** Room for rounding, or a scroll bar would come too early. */
    private static final double SLACK_PIXELS = 3;
    /** Padding left and right together, in font sizes. */
    private static final double SIDE_PADDING_EM = 1.4;

    private final Text measure = new Text();

    GrowingTextArea() {
        setWrapText(true);
        setPrefRowCount(1);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        textProperty().subscribe(this::requestLayout);
        widthProperty().subscribe(this::requestLayout);
        fontProperty().subscribe(this::requestLayout);
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = getFont().getSize();
        double line = heightOf(" ", 0);
        double wrapping = Math.max(1, getWidth() - SIDE_PADDING_EM * em);
        // A line break at the end opens a line that an empty string would not show.
        double text = getWidth() <= 0 ? line : heightOf(getText() + " ", wrapping);
        return Math.clamp(text, line, line * MAX_LINES) + PADDING_EM * em + SLACK_PIXELS;
    }

    private double heightOf(String text, double wrappingWidth) {
        measure.setFont(getFont());
        measure.setWrappingWidth(wrappingWidth);
        measure.setText(text);
        return measure.getLayoutBounds().getHeight();
    }
}
