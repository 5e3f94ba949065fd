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

    public Draft(Conversation conversation, ChatThreads threads, PastedPictures pictures) {
        this.conversation = conversation;
        this.threads = threads;
        this.pictures = pictures;
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

    /** Sends the draft, or tells why not; an empty one is left alone. */
    public void send(Language language) {
        String words = text.get().strip();
        if (isEmpty()) {
            return;
        }
        if (conversation.busy().get()) {
            notices.setAll(new Notice.StillAnswering());
        } else if (Limit.QUESTION_CHARACTERS.isPassedBy(words.length())) {
            notices.setAll(new Notice.QuestionTooLong(words.length()));
        } else {
            conversation.ask(new Question(words, files, language));
            clear();
        }
    }

    public void clear() {
        text.set("");
        files.clear();
        notices.clear();
    }
}
