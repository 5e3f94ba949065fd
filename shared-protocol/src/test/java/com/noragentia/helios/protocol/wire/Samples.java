/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import com.noragentia.helios.protocol.api.ChannelBinding;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.protocol.crypto.TreeHash;
import com.noragentia.helios.protocol.ledger.Receipt;
import com.noragentia.helios.protocol.ledger.ReceiptBatch;
import com.noragentia.helios.protocol.message.FailureClass;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.message.WorkerFacts;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.Spoken;
import com.noragentia.helios.protocol.task.StopReason;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.task.Written;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One example of every message, for golden files and round trips. */
final class Samples {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Attachment TEXT = new Attachment(HASH, "manual del puerto.pdf", FileType.HELIOS_TEXT, 48_213);
    private static final Attachment PICTURE = new Attachment(HASH, "notice.png", FileType.PNG, 9_120);
    private static final Source SOURCE = new Source("manual del puerto.pdf", 2, null, "El faro mide 31 metros.");
    private static final Usage USAGE = new Usage(812, 14, 3, 0.5, 0, 640L);
    private static final Problem PROBLEM =
            new Problem(ProblemCode.DOCUMENT_ENCRYPTED, "the PDF asks for a password", Map.of("file", "a.pdf"));

    private Samples() {}

    static final List<TaskInput> INPUTS = List.of(
            new TaskInput.Chat(
                    Language.ES,
                    "¿Cuántos kilómetros son 5 millas?",
                    List.of(
                            new ChatTurn(ChatTurn.Role.MEMBER, "Hola"),
                            new ChatTurn(ChatTurn.Role.ASSISTANT, "¡Hola!")),
                    List.of(),
                    new ChatOptions(0.7, 0.9, 40, 1.1, 0.2, 0.1, 256, List.of("###"), 7, "Be brief.")),
            new TaskInput.Document(Language.ES, "", TaskInput.DocumentGoal.SUMMARY, List.of(TEXT), new Share(2, 4)),
            new TaskInput.Image(Language.EN, "", List.of(PICTURE), null, Sight.OBJECTS),
            new TaskInput.Audio(
                    Language.EN,
                    "",
                    List.of(new Attachment(HASH, "talk.mp3", FileType.MP3, 1_000_000)),
                    new TaskInput.Part(1, 2),
                    new Share(3, 8)),
            new TaskInput.Embedding(Language.EN, List.of("a lighthouse", "a harbour")),
            new TaskInput.Combine(
                    Expert.DOCUMENT,
                    Language.ES,
                    "",
                    List.of(new TaskInput.Combined(
                            "manual del puerto.pdf",
                            new TaskOutput.Document("El faro mide 31 metros.", List.of(SOURCE), AnswerOrigin.QUOTED),
                            "helios-retrieval-1")),
                    new TaskInput.Look(
                            List.of(Sight.TEXT),
                            List.of(
                                    new TaskInput.Unseen(Sight.DESCRIPTION, false, "helios-caption-1"),
                                    new TaskInput.Unseen(Sight.OBJECTS, true, null, TaskInput.Absence.OWN_ONLY)))));

    static final List<TaskOutput> OUTPUTS = List.of(
            new TaskOutput.Chat(
                    "8,04672 km", List.of(), AnswerOrigin.GENERATED, new Written(StopReason.LENGTH, 2, true)),
            new TaskOutput.Document(
                    "El faro mide 31 metros [1].",
                    List.of(SOURCE),
                    AnswerOrigin.GENERATED,
                    new Written(StopReason.STOP, 0, false)),
            new TaskOutput.Image(
                    "OPEN DAILY",
                    List.of(),
                    List.of(new TextLine("notice.png", "OPEN DAILY", 0.98, new TextLine.Box(12, 40, 310, 32))),
                    List.of(
                            new Seen(
                                    "notice.png",
                                    "helios-caption-1",
                                    true,
                                    Sight.DESCRIPTION,
                                    "a red circle",
                                    Language.EN,
                                    List.of()),
                            new Seen(
                                    "notice.png",
                                    "yolos-tiny",
                                    false,
                                    Sight.OBJECTS,
                                    null,
                                    null,
                                    List.of(new Seen.Thing("bench", 0.9, new TextLine.Box(1, 2, 30, 40)))))),
            new TaskOutput.Audio(
                    "Hello.",
                    List.of(new Source("talk.mp3", null, null, "Hello.", 0L)),
                    List.of(new Utterance("talk.mp3", 0, 900, "Hello.")),
                    new Spoken(List.of("en"), true)),
            new TaskOutput.Embedding(List.of(new float[] {0.6f, 0.8f}, new float[] {1f, 0f})));

    private static final JobResult RESULT = new JobResult(
            OUTPUTS.get(1), "attic-pc", "helios-retrieval-1", USAGE, new JobResult.Timings(12, 240, 261), 0.0);

    static final List<JobEvent> EVENTS = List.of(
            new JobEvent.Queued(2),
            new JobEvent.Started("attic-pc", "helios-retrieval-1", 1),
            new JobEvent.Working(Phase.READING, 1, 3),
            new JobEvent.Parts(1, 3),
            new JobEvent.Token(0, "El faro "),
            new JobEvent.Requeued(1),
            new JobEvent.Done(RESULT),
            new JobEvent.Faulted(PROBLEM),
            new JobEvent.Cancelled(),
            new JobEvent.Expired());

    static final List<ToWorker> TO_WORKER = List.of(
            new ToWorker.Challenge("5f2b0e9d4c7a41d8a3b6e1f09c8d7b6a", "bm9uY2U", ChannelBinding.TLS_EXPORTER),
            new ToWorker.Welcome("s-1", List.of(ToWorker.Welcome.RECEIPTS)),
            new ToWorker.Assign(7, new SignedManifest("{\"id\":\"minilm-l6-v2-q\"}", "c2lnbmF0dXJl")),
            new ToWorker.Release(7, "minilm-l6-v2-q"),
            new ToWorker.RunTask(
                    "l-1",
                    "t-1",
                    "helios-retrieval-1",
                    1,
                    Instant.parse("2026-11-22T10:00:00Z"),
                    0,
                    INPUTS.get(1),
                    "c-1",
                    Map.of(HASH, URI.create("/api/v1/blobs/" + HASH + "?lease=l-1&expires=1&signature=x")),
                    -4_611_686_018_427_387_905L,
                    List.of(new ToWorker.Piece("El faro", List.of(17, 4_021))),
                    true),
            new ToWorker.CancelTask("l-1"),
            new ToWorker.LeaseVerdicts(
                    List.of(new ToWorker.Verdict("l-1", true, 4), new ToWorker.Verdict("l-2", false, 0))),
            new ToWorker.Skipped(Map.of(SkipReason.MODEL_NOT_HOSTED, 40)),
            new ToWorker.Drain(),
            new ToWorker.Notice("The network rests on Sunday from 3 to 4."),
            new ToWorker.Receipts(new ReceiptBatch(
                    "5f2b0e9d4c7a41d8a3b6e1f09c8d7b6a\n2\n" + TreeHash.EMPTY + "\n\n\u2014 5f2b c2lnbmF0dXJl\n",
                    1,
                    List.of(TreeHash.EMPTY),
                    List.of(new Receipt("{\"version\":1}", List.of(TreeHash.EMPTY))))));

    static final List<FromWorker> FROM_WORKER = List.of(
            new FromWorker.Hello(
                    "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
                    new WorkerFacts("0.1.0", "attic-pc", "linux", "amd64", 4, 2_000_000_000L)),
            new FromWorker.Proof("c2lnbmF0dXJl", ChannelBinding.TLS_EXPORTER),
            new FromWorker.AssignmentAccepted(7),
            new FromWorker.AssignmentDeclined(
                    8, Problem.of(ProblemCode.MODEL_MISSING, "not enough memory for this model")),
            new FromWorker.AssignmentLoading(7, 0.25),
            new FromWorker.AssignmentReady(7, 8),
            new FromWorker.OpenLeases(List.of("l-1", "l-2")),
            new FromWorker.Working("l-1", Phase.SEARCHING, 0, 0),
            new FromWorker.Progress("l-1", 3, " metros.", List.of(9, 211)),
            new FromWorker.BegunAnew("l-1"),
            new FromWorker.Completed("l-1", OUTPUTS.get(1), USAGE),
            new FromWorker.Failed("l-1", FailureClass.BAD_REQUEST, PROBLEM),
            new FromWorker.Draining(),
            new FromWorker.Serving(true),
            new FromWorker.LogKnown(1_024),
            new FromWorker.ReceiptsSigned(2_048, "c2lnbmF0dXJl"));
}
