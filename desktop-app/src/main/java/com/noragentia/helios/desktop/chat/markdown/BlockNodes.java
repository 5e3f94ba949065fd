/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import com.noragentia.helios.desktop.ui.Words;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws blocks. */
final class BlockNodes {

    private final Words words;

    BlockNodes(Words words) {
        this.words = words;
    }

    Node draw(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> new RunFlow(paragraph.runs(), "paragraph");
            case Block.Heading heading -> new RunFlow(heading.runs(), "heading-" + heading.level());
            case Block.Bullets list -> list(list.items(), index -> "•");
            case Block.Numbered list -> list(list.items(), index -> (list.first() + index) + ".");
            case Block.Quote quote -> quote(quote);
            case Block.Code code -> new CodeBlock(code, words);
            case Block.Table table -> new TableGrid(table);
            case Block.Rule rule -> new Separator();
        };
    }

    private VBox column(List<Block> blocks, String styleClass) {
        VBox column = new VBox();
        column.getStyleClass().add(styleClass);
        blocks.forEach(block -> column.getChildren().add(draw(block)));
        return column;
    }

    private Node quote(Block.Quote quote) {
        return column(quote.blocks(), "quote");
    }

    private Node list(List<List<Block>> items, IntFunction<String> marker) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("list");
        ColumnConstraints markers = new ColumnConstraints();
        markers.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints contents = new ColumnConstraints();
        contents.setHgrow(Priority.ALWAYS);
        contents.setFillWidth(true);
        grid.getColumnConstraints().addAll(markers, contents);
        for (int index = 0; index < items.size(); index++) {
            Label label = new Label(marker.apply(index));
            label.getStyleClass().add("list-marker");
            GridPane.setValignment(label, VPos.TOP);
            grid.addRow(index, label, column(items.get(index), "list-item"));
        }
        return grid;
    }
}
