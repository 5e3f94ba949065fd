/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

/** The text of an answer: nodes of finished blocks are made once and stay, those of the open one are made anew as it grows. */
public final class AnswerText extends VBox {

    private final BlockNodes nodes;
    private final VBox finishedNodes = new VBox();
    private final VBox openNodes = new VBox();

    public AnswerText(ObservableList<Block> finished, ObservableValue<List<Block>> open, Words words) {
        nodes = new BlockNodes(words);
        getStyleClass().add("answer-text");
        finishedNodes.getStyleClass().add("answer-blocks");
        openNodes.getStyleClass().add("answer-blocks");
        getChildren().addAll(finishedNodes, openNodes);
        finished.addListener(this::blocksFinished);
        open.subscribe(this::redrawOpen);
        finished.forEach(block -> finishedNodes.getChildren().add(nodes.draw(block)));
        hideEmpty();
    }

    private void blocksFinished(ListChangeListener.Change<? extends Block> change) {
        while (change.next()) {
            finishedNodes.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            List<? extends Block> added = change.getAddedSubList();
            finishedNodes
                    .getChildren()
                    .addAll(change.getFrom(), added.stream().map(nodes::draw).toList());
        }
        hideEmpty();
    }

    private void redrawOpen(List<Block> blocks) {
        openNodes.getChildren().setAll(blocks.stream().map(nodes::draw).toList());
        hideEmpty();
    }

    private void hideEmpty() {
        show(finishedNodes, !finishedNodes.getChildren().isEmpty());
        show(openNodes, !openNodes.getChildren().isEmpty());
        show(this, finishedNodes.isManaged() || openNodes.isManaged());
    }

    private static void show(VBox box, boolean shown) {
        box.setVisible(shown);
        box.setManaged(shown);
    }
}
