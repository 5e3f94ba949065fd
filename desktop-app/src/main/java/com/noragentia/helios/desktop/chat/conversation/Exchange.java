/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.markdown.Block;
import com.noragentia.helios.desktop.chat.markdown.BlockStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One question and the answer that grows below it. UI thread only. */
public final class Exchange {

    private final Question question;
    private final Optional<Exchange> parent;
    private final ReadOnlyObjectWrapper<AnswerState> state = new ReadOnlyObjectWrapper<>(new AnswerState.Sending());
    private final ObservableList<Block> finishedBlocks = FXCollections.observableArrayList();
    private final ObservableList<Block> finishedBlocksView = FXCollections.unmodifiableObservableList(finishedBlocks);
    private final ReadOnlyObjectWrapper<List<Block>> openBlocks = new ReadOnlyObjectWrapper<>(List.of());
    private String text = "";
    private Optional<Supplier<BlockStream.Step>> folded = Optional.empty();

    /** @param parent the exchange before it, if any */
    Exchange(Question question, Optional<Exchange> parent) {
        this.question = question;
        this.parent = parent;
    }

    /** The exchange before it; another version of that one has others after it. */
    public Optional<Exchange> parent() {
        return parent;
    }

    public Question question() {
        return question;
    }

    public ReadOnlyObjectProperty<AnswerState> state() {
        return state.getReadOnlyProperty();
    }

    /** Blocks that will not change any more. */
    public ObservableList<Block> finishedBlocks() {
        unfold();
        return finishedBlocksView;
    }

    /** The end of the answer, which the next piece may change. */
    public ReadOnlyObjectProperty<List<Block>> openBlocks() {
        unfold();
        return openBlocks.getReadOnlyProperty();
    }

    /** The answer as it was written, markdown and all. */
    public String text() {
        return text;
    }

    /** The last code in the answer. */
    public Optional<String> lastCode() {
        return Stream.concat(finishedBlocks().stream(), openBlocks().get().stream())
                .filter(Block.Code.class::isInstance)
                .map(block -> ((Block.Code) block).text())
                .reduce((first, second) -> second);
    }

    /** An answer that was kept. Its blocks are made when they are first looked at: of a long chat, few are. */
    void restore(String kept, Supplier<BlockStream.Step> blocks) {
        text = kept;
        folded = Optional.of(blocks);
    }

    private void unfold() {
        Optional<Supplier<BlockStream.Step>> blocks = folded;
        folded = Optional.empty();
        blocks.ifPresent(made -> replace(text, made.get()));
    }

    void show(AnswerState next) {
        state.set(next);
    }

    void grow(String piece, BlockStream.Step step) {
        text += piece;
        finishedBlocks.addAll(step.finished());
        openBlocks.set(step.open());
    }

    /** Shows the whole answer in place of what had streamed. */
    void replace(String whole, BlockStream.Step step) {
        text = whole;
        finishedBlocks.setAll(step.finished());
        openBlocks.set(step.open());
    }
}
