/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import com.noragentia.helios.desktop.chat.attachment.AttachmentIntake;
import com.noragentia.helios.desktop.chat.attachment.Intake;
import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.chat.attachment.Pixels;
import com.noragentia.helios.desktop.chat.attachment.Refusal;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The question being written: its words, its files, and what there is to say about them. UI thread only. */
public final class Draft {

    private final Conversation conversation;
    private final ChatThreads threads;
    private final AttachmentIntake intake = new AttachmentIntake();
    private final PastedPictures pictures;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<PendingFile> files = FXCollections.observableArrayList();
    private final ObservableList<PendingFile> filesView = FXCollections.unmodifiableObservableList(files);
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ObservableList<Notice> noticesView = FXCollections.unmodifiableObservableList(notices);
    private final ReadOnlyObjectWrapper<Optional<Question>> next = new ReadOnlyObjectWrapper<>(Optional.empty());

    public Draft(Conversation conversation, ChatThreads threads, PastedPictures pictures) {
        this.conversation = conversation;
        this.threads = threads;
        this.pictures = pictures;
        conversation.busy().subscribe(busy -> {
            if (!busy) {
                threads.ui().execute(this::answerEnded);
            }
        });
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<PendingFile> files() {
        return filesView;
    }

    public ObservableList<Notice> notices() {
        return noticesView;
    }

    /** The question that is sent once the answer on its way is complete; empty where none waits. */
    public ReadOnlyObjectProperty<Optional<Question>> next() {
        return next.getReadOnlyProperty();
    }

    /** Whether there is anything to send. */
    public boolean isEmpty() {
        return text.get().isBlank() && files.isEmpty();
    }

    /** Files that were chosen, dropped or pasted. Looks at them in the background. */
    public void offer(List<Path> paths) {
        List<Path> offered = List.copyOf(paths);
        List<PendingFile> present = List.copyOf(files);
        threads.background().execute(() -> {
            Intake result = intake.offer(present, offered);
            threads.ui().execute(() -> take(result, present, offered));
        });
    }

    /** A picture from the clipboard. */
    public void offer(Pixels pixels) {
        threads.background().execute(() -> {
            try {
                Path file = pictures.keep(pixels);
                threads.ui().execute(() -> offer(List.of(file)));
            } catch (IOException e) {
                threads.ui().execute(() -> refuse(Refusal.Reason.UNREADABLE, ""));
            }
        });
    }

    public void refuse(Refusal.Reason reason, String file) {
        notices.setAll(new Notice.FileRefused(new Refusal(reason, file)));
    }

    /** What was checked against files that have changed since is checked once more. */
    private void take(Intake result, List<PendingFile> present, List<Path> offered) {
        if (!present.equals(files)) {
            offer(offered);
            return;
        }
        files.setAll(result.files());
        notices.setAll(result.refusals().stream().map(Notice.FileRefused::new).toList());
    }

    public void remove(PendingFile file) {
        files.remove(file);
        notices.clear();
    }

    /** Sends the draft, or lets it wait for the answer on its way, or tells why not; an empty one is left alone. */
    public void send(Language language) {
        String words = text.get().strip();
        if (isEmpty()) {
            return;
        }
        if (Limit.QUESTION_CHARACTERS.isPassedBy(words.length())) {
            notices.setAll(new Notice.QuestionTooLong(words.length()));
        } else if (!conversation.busy().get()) {
            conversation.ask(new Question(words, files, language));
            clear();
        } else if (next.get().isPresent()) {
            notices.setAll(new Notice.OneWaitsAlready());
        } else {
            next.set(Optional.of(new Question(words, files, language)));
            clear();
        }
    }

    /** After an answer that failed or was stopped, the member may want to ask something else: then it is his again. */
    private void answerEnded() {
        if (next.get().isEmpty() || conversation.busy().get()) {
            return;
        }
        boolean isAnswered = !conversation.exchanges().isEmpty()
                && conversation.exchanges().getLast().state().get() instanceof AnswerState.Answered;
        if (isAnswered) {
            Question question = next.get().get();
            next.set(Optional.empty());
            conversation.ask(question);
        } else {
            takeBack();
        }
    }

    /** Brings the question that waits back to where it was written, before what is written there now. */
    public void takeBack() {
        next.get().ifPresent(question -> {
            next.set(Optional.empty());
            String later = text.get();
            text.set(later.isBlank() ? question.text() : question.text() + "\n" + later);
            if (files.isEmpty()) {
                files.setAll(question.files());
            } else {
                offer(question.files().stream().map(PendingFile::path).toList());
            }
        });
    }

    /** Quotes a text before what is written. */
    public void quote(String quoted) {
        String lines = quoted.strip().lines().map(line -> ("> " + line).strip()).collect(Collectors.joining("\n"));
        text.set(lines + "\n\n" + text.get());
    }

    public void clear() {
        text.set("");
        files.clear();
        notices.clear();
    }
}
