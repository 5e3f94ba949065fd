/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Keeps a growing text in view while its reader is at the bottom. A reader who has scrolled up stays where he reads, to the pixel, and is
 * told that there is something below.
 */
final class ScrollFollower {

    /** So close to the bottom counts as the bottom. */
    private static final double AT_BOTTOM_PIXELS = 24;

    private static final double ABOVE_REVEALED_PIXELS = 48;

    private final ScrollPane scroll;
    private final Region content;
    private final ReadOnlyBooleanWrapper somethingBelow = new ReadOnlyBooleanWrapper();
    private boolean following = true;
    private boolean adjusting;
    private double offset;
    private double hidden;
    /** Of the content before something came above what is read; below zero while nothing does. */
    private double heightBefore = -1;

    ScrollFollower(ScrollPane scroll, Region content) {
        this.scroll = scroll;
        this.content = content;
        content.heightProperty().subscribe(this::contentResized);
        scroll.viewportBoundsProperty().subscribe(this::adjust);
        scroll.vvalueProperty().subscribe(this::scrolled);
    }

    /** Whether text has come that is out of sight. */
    ReadOnlyBooleanProperty somethingBelow() {
        return somethingBelow.getReadOnlyProperty();
    }

    void toBottom() {
        following = true;
        somethingBelow.set(false);
        adjust();
    }

    /** Brings a node of the content into sight, a little below the top. */
    void reveal(Node node) {
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        hidden = hiddenPixels();
        following = false;
        offset = Math.clamp(place.getMinY() - ABOVE_REVEALED_PIXELS, 0, hidden);
        adjust();
    }

    /** Lets something appear above; what the reader sees stays where it is. */
    void growAbove(Runnable change) {
        following = false;
        heightBefore = content.getHeight();
        change.run();
    }

    private void contentResized() {
        if (heightBefore >= 0) {
            offset += content.getHeight() - heightBefore;
            heightBefore = -1;
        } else if (!following) {
            somethingBelow.set(true);
        }
        adjust();
    }

    private void adjust() {
        hidden = hiddenPixels();
        adjusting = true;
        scroll.setVvalue(following || hidden <= 0 ? 1 : Math.min(1, offset / hidden));
        adjusting = false;
    }

    /** The scroll pane moves its value too when sizes change; only a move between unchanged sizes is the reader's. */
    private void scrolled() {
        if (adjusting) {
            return;
        }
        if (hidden != hiddenPixels()) {
            adjust();
            return;
        }
        offset = scroll.getVvalue() * hidden;
        following = hidden - offset <= AT_BOTTOM_PIXELS;
        if (following) {
            somethingBelow.set(false);
        }
    }

    private double hiddenPixels() {
        return Math.max(0, content.getHeight() - scroll.getViewportBounds().getHeight());
    }
}
