/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/** The smallest part of a chat that is found, marked and quoted: a question, a paragraph, a code or a cell of a table. UI thread only. */
final class Paragraph {

    private static final Set<String> STYLE_CLASSES = Set.of("question-text", "runs", "code-body");

    private Paragraph() {}

    /** Those that stand in a part of the window, in their order. */
    static List<Node> allIn(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (isParagraph(node)) {
            found.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isParagraph(Node node) {
        return !Collections.disjoint(node.getStyleClass(), STYLE_CLASSES);
    }

    /** The one that an event was meant for. */
    static Optional<Node> around(EventTarget target) {
        Node node = target instanceof Node inside ? inside : null;
        while (node != null) {
            if (isParagraph(node)) {
                return Optional.of(node);
            }
            node = node.getParent();
        }
        return Optional.empty();
    }

    /** The words that it shows. */
    static String textOf(Node node) {
        StringBuilder words = new StringBuilder();
        collect(node, words);
        return words.toString();
    }

    private static void collect(Node node, StringBuilder words) {
        if (node instanceof Labeled labeled) {
            words.append(labeled.getText());
        } else if (node instanceof Text text) {
            words.append(text.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }
}
