/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.orchestrator.edge.ProblemForm;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.edge.TokenBuckets;
import com.noragentia.helios.orchestrator.job.JobDesk;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/** Puts the slice together. */
public final class OpenAiWiring {

    static final String ROOT = "/v1/";

    private final Routes routes;

    /**
     * Wires the slice.
     *
     * @param folder where long requests lie while they are read; nothing else may be in it
     * @param memberOf tells whose request it is, or refuses it
     */
    public OpenAiWiring(
            JobDesk desk, Path folder, Function<Context, String> memberOf, TokenBuckets buckets, Clock clock) {
        SpoolFolder spool = new SpoolFolder(folder);
        Callers callers = new Callers(memberOf, buckets);
        BodyIntake bodies = new BodyIntake(spool, callers);
        ModelCalls models = new ModelCalls(desk, callers);
        ChatCalls chat = new ChatCalls(desk, callers, bodies, new FileIntake(desk), clock);
        EmbeddingCalls embeddings = new EmbeddingCalls(desk, callers, bodies);
        TranscriptionCalls transcriptions = new TranscriptionCalls(desk, callers, spool);
        this.routes = all -> {
            all.get(ROOT + "models", models::list);
            all.get(ROOT + "models/{model}", models::one);
            all.post(ROOT + "chat/completions", chat::answer);
            all.post(ROOT + "embeddings", embeddings::answer);
            all.post(ROOT + "audio/transcriptions", transcriptions::answer);
        };
    }

    public Routes routes() {
        return routes;
    }

    /** How problems are told under these paths. */
    public static ProblemForm problems() {
        return new ErrorReplies();
    }
}
