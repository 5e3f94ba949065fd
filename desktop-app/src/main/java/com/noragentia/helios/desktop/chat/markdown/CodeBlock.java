/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import com.noragentia.helios.desktop.ui.CopyButton;
import com.noragentia.helios.desktop.ui.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Code in a frame that scrolls sideways, with a button that copies it; long code has the button at both ends. */
final class CodeBlock extends VBox {

    private static final long LONG_CODE_LINES = 18;

    CodeBlock(Block.Code code, Words words) {
        getStyleClass().add("code-block");
        Label language = new Label(code.language());
        language.getStyleClass().add("code-language");
        getChildren().addAll(bar(language, code, words), scrolling(code));
        if (code.text().lines().count() > LONG_CODE_LINES) {
            getChildren().add(bar(new Label(), code, words));
        }
    }

    private static Node bar(Label left, Block.Code code, Words words) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(left, gap, new CopyButton(words, "code.copy", code::text));
        bar.getStyleClass().add("code-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Node scrolling(Block.Code code) {
        Text text = new Text(code.text());
        text.getStyleClass().add("code-text");
        HBox padding = new HBox(text);
        padding.getStyleClass().add("code-body");
        ScrollPane scroll = new SidewaysScroll(padding);
        scroll.getStyleClass().add("code-scroll");
        return scroll;
    }
}
