/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.contribution.StandingPhrases;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.StandingReport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** One line that says where the member stands in the network, looked at anew each minute; not there where that is unknown. UI thread only. */
final class StandingLine extends Label implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private final ObjectProperty<Optional<StandingReport>> standing = new SimpleObjectProperty<>(Optional.empty());
    private final NetworkClient network;
    private final ChatThreads threads;
    private final Future<?> looks;

    StandingLine(NetworkClient network, Words words, ChatThreads threads) {
        super("", new Icon(Feather.AWARD));
        this.network = network;
        this.threads = threads;
        setId("standing-line");
        getStyleClass().add("worker-line");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty()
                .bind(words.live(
                        phrases -> standing.get()
                                .map(new StandingPhrases(phrases.language(), ZoneId.systemDefault())::line)
                                .orElse(""),
                        standing));
        standing.subscribe(now -> {
            setVisible(now.isPresent());
            setManaged(now.isPresent());
        });
        looks = threads.timer()
                .scheduleWithFixedDelay(
                        () -> threads.background().execute(this::look),
                        0,
                        BETWEEN_LOOKS.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void look() {
        Optional<StandingReport> seen = report();
        threads.ui().execute(() -> standing.set(seen));
    }

    /** Empty where the network cannot be reached, or standing decides nothing: that the line is not there says enough. */
    private Optional<StandingReport> report() {
        try {
            return Optional.of(network.standing()).filter(report -> !report.open());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        looks.cancel(false);
    }
}
