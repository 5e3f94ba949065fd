/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.FolderTable.Naming;
import com.noragentia.helios.desktop.history.Outcome;
import com.noragentia.helios.desktop.history.SavedQuestion;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** The chats of the screenshots: some of today, some old, one pinned, one in a folder, one that was cut off. */
final class DemoChats {

    private final ChatHistory history;
    private final boolean isSpanish;
    private final Language language;

    private DemoChats(Path folder, Language language) throws IOException {
        this.history = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        this.language = language;
        this.isSpanish = language == Language.ES;
    }

    static void write(Path folder, Language language) throws IOException {
        new DemoChats(folder, language).write();
    }

    private void write() {
        cutOff();
        answered(
                Duration.ofMinutes(70),
                "How often do tomatoes need water?",
                "¿Cada cuánto se riegan los tomates?",
                "In summer, **every two days**: deeply, in the morning.",
                "En verano, **cada dos días**: a fondo y por la mañana.");
        answered(
                Duration.ofDays(1),
                "A polite letter to the landlord about the heating",
                "Una carta amable al casero sobre la calefacción",
                "Dear Ms Varga, the heating in our flat…",
                "Estimada señora Varga: la calefacción de nuestro piso…");
        long bread = answered(
                Duration.ofDays(3),
                "Bread with little yeast",
                "Pan con poca levadura",
                "Two grams of yeast are enough if the dough rests overnight.",
                "Bastan dos gramos de levadura si la masa reposa toda la noche.");
        long rent = answered(
                Duration.ofDays(12),
                "What the rent contract says about pets",
                "Qué dice el contrato de alquiler sobre mascotas",
                "It allows them with the owner’s consent.",
                "Las permite con el consentimiento del propietario.");
        answered(
                Duration.ofDays(75),
                "Spanish verbs of motion",
                "Verbos de movimiento en inglés",
                "ir, venir, salir…",
                "go, come, leave…");
        history.chats().pin(List.of(bread), true);
        if (history.folders().make(isSpanish ? "Piso" : "Flat") instanceof Naming.Named(var folder)) {
            history.chats().move(List.of(rent), OptionalLong.of(folder.id()));
        }
    }

    private void cutOff() {
        Instant at = Instant.now().minus(Duration.ofMinutes(9));
        long exchange = history.begin(
                        "n-cut", question("A short story about a lighthouse", "Un cuento sobre un faro", at))
                .exchange();
        history.exchanges()
                .write(
                        exchange,
                        isSpanish
                                ? "El viejo farero subía cada tarde los ciento doce escalones, y cada tarde"
                                : "Every evening the old keeper climbed the hundred and twelve steps, and every evening");
    }

    private long answered(Duration ago, String english, String spanish, String answer, String respuesta) {
        Instant at = Instant.now().minus(ago);
        ChatHistory.Begun begun = history.begin("n-" + english, question(english, spanish, at));
        String text = isSpanish ? respuesta : answer;
        Outcome outcome = new Outcome.Answered(((JobEvent.Done) Replies.chatDone(text)).result());
        history.exchanges().end(begun.exchange(), text, outcome, at);
        return begun.chat();
    }

    private SavedQuestion question(String english, String spanish, Instant at) {
        return new SavedQuestion(isSpanish ? spanish : english, List.of(), language, at);
    }
}
