/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.markdown;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A table whose columns share the width and wrap their words. */
final class TableGrid extends GridPane {

    TableGrid(Block.Table table) {
        getStyleClass().add("table-grid");
        for (int column = 0; column < table.head().size(); column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setHgrow(Priority.SOMETIMES);
            constraints.setFillWidth(true);
            getColumnConstraints().add(constraints);
        }
        row(0, table.head(), "table-head");
        for (int index = 0; index < table.rows().size(); index++) {
            row(index + 1, table.rows().get(index), index % 2 == 0 ? "table-row" : "table-row-odd");
        }
    }

    private void row(int row, List<Block.Cell> cells, String styleClass) {
        for (int column = 0; column < cells.size(); column++) {
            StackPane cell = new StackPane(new RunFlow(cells.get(column).runs(), "cell-text"));
            cell.getStyleClass().addAll("table-cell-box", styleClass);
            add(cell, column, row);
        }
    }
}
