/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;

/** What the network of the screenshots answers, in both languages. */
final class DemoConversation {

    private DemoConversation() {}

    static String documentQuestion(Language language) {
        return language == Language.ES
                ? "¿Cuándo se puede cancelar el contrato?"
                : "When can the contract be cancelled?";
    }

    static String fileName(Language language) {
        return language == Language.ES ? "contrato-huerto.pdf" : "garden-contract.pdf";
    }

    static String followUp(Language language) {
        return language == Language.ES ? "Resume los cuidados en una tabla" : "Sum up the care in a table";
    }

    static List<JobEvent> answer(JobRequest request) {
        boolean spanish = request.input().language() == Language.ES;
        return switch (request.input()) {
            case TaskInput.Document document -> document(spanish);
            case TaskInput.Chat chat when chat.question().length() > 40 -> List.of(faulted());
            case TaskInput.Chat chat when chat.question().endsWith("??") -> List.of(new JobEvent.Queued(2));
            case TaskInput.Chat chat when chat.question().endsWith("?") -> slow();
            case TaskInput.Chat chat -> chat(spanish);
            case TaskInput.Image image -> slow();
            case TaskInput.Audio audio -> slow();
            case TaskInput.Embedding embedding -> List.of();
            case TaskInput.Combine combine -> List.of();
        };
    }

    private static List<JobEvent> document(boolean spanish) {
        String quote = spanish
                ? "Cualquiera de las partes puede cancelar el contrato por escrito con treinta días de antelación."
                : "Either party may cancel the contract in writing with thirty days’ notice.";
        String second = spanish
                ? "Si la parcela queda sin cultivar durante dos temporadas, la asociación puede darlo por terminado."
                : "If the plot lies unused for two seasons, the association may end it.";
        String file = fileName(spanish ? Language.ES : Language.EN);
        String text = quote + "\n\n" + second;
        return List.of(
                Replies.started(),
                new JobEvent.Token(0, text),
                Replies.documentDone(text, new Source(file, 3, null, quote), new Source(file, 4, null, second)));
    }

    private static List<JobEvent> chat(boolean spanish) {
        String text = spanish ? """
                ## El huerto en tres pasos
                1. Riega **por la mañana**, cuando el suelo está fresco.
                2. Quita las *hojas secas* una vez por semana.
                3. Anota lo que plantas en `huerto.txt`.

                | Planta | Agua | Sol |
                |---|---|---|
                | Tomate | cada día | mucho |
                | Menta | cada dos días | poco |

                ```python
                for planta in huerto:
                    regar(planta)
                ```
                """ : """
                ## The garden in three steps
                1. Water **in the morning**, while the ground is cool.
                2. Take off the *dry leaves* once a week.
                3. Note what you plant in `garden.txt`.

                | Plant | Water | Sun |
                |---|---|---|
                | Tomato | every day | a lot |
                | Mint | every other day | a little |

                ```python
                for plant in garden:
                    water(plant)
                ```
                """;
        return List.of(Replies.started(), new JobEvent.Token(0, text), Replies.chatDone(text));
    }

    private static List<JobEvent> slow() {
        return List.of(new JobEvent.Queued(1), Replies.started(), new JobEvent.Working(Phase.SEARCHING, 3, 12));
    }

    private static JobEvent faulted() {
        return new JobEvent.Faulted(
                Problem.of(ProblemCode.NO_WORKER, "No computer of the network can answer this now."));
    }
}
