/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.connection.Backoff;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one file from the first of its sources that has it. A source beyond the network is asked again where it broke off, with pauses; one
 * that sends something else is left, and nothing of what it sent is kept. Thread-safe.
 */
final class FileFetch {

    /** In a row, each with less than {@link Intake#LEAST_BYTES} of progress. */
    static final int MAX_FAILURES = 5;

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** A source that asks for more patience is tried after this all the same. */
    static final Duration LONGEST_PAUSE_ASKED = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(FileFetch.class);

    private final List<ModelSource> sources;
    private final Intake intake;
    private final Waiting waiting;
    private final RandomGenerator random;

    FileFetch(List<ModelSource> sources, Intake intake, Waiting waiting, RandomGenerator random) {
        this.sources = List.copyOf(sources);
        this.intake = intake;
        this.waiting = waiting;
        this.random = random;
    }

    /** Whether the file must come over a network. */
    boolean isRemote(ModelFile file) {
        return sources.stream()
                .filter(source -> !source.isRemote())
                .noneMatch(source -> file.sources().stream().anyMatch(source::serves));
    }

    /**
     * Completes a part.
     *
     * @throws ModelFailure with the last source's fault, if none gave the file
     */
    void complete(ModelFile file, PartFile part, Progress progress) throws ModelFailure, InterruptedException {
        ModelFailure failure =
                ModelFailure.told("no-source", file.name() + " has no source that this program knows", file.name());
        for (URI address : file.sources()) {
            for (ModelSource source : sources) {
                if (source.serves(address)) {
                    try {
                        from(source, address, file, part, progress);
                        return;
                    } catch (WrongContent e) {
                        failure = failedVerification(file);
                    } catch (IOException e) {
                        failure = notFetched(file, address, e);
                    }
                    LOG.warn("{}", failure.getMessage());
                }
            }
        }
        throw failure;
    }

    private static ModelFailure notFetched(ModelFile file, URI address, IOException e) {
        return ModelFailure.told(
                e,
                phrase(e),
                file.name() + " could not be fetched from " + address + " (" + reason(e) + ")",
                file.name(),
                address.toString(),
                reason(e));
    }

    private static String phrase(IOException e) {
        return switch (e) {
            case NotOfferedException refused -> refused.phrase();
            case UnauthorisedException refused -> "not-fetched-denied";
            case TryLaterException busy -> "not-fetched";
            default -> "not-fetched-cut";
        };
    }

    static ModelFailure failedVerification(ModelFile file) {
        return ModelFailure.told("wrong", file.name() + " failed verification and was removed", file.name());
    }

    private static String reason(IOException e) {
        return e instanceof NotOfferedException || e instanceof UnauthorisedException || e instanceof TryLaterException
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName();
    }

    private void from(ModelSource source, URI address, ModelFile file, PartFile part, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
        int failures = 0;
        boolean spoilt = false;
        while (true) {
            long before = part.bytes();
            try {
                if (attempt(source, address, file, part, progress)) {
                    return;
                }
                if (spoilt) {
                    throw new WrongContent();
                }
                spoilt = true;
            } catch (NotOfferedException | UnauthorisedException | WrongContent e) {
                throw e;
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (part.bytes() - before >= Intake.LEAST_BYTES) {
                    failures = 0;
                    backoff.reset();
                }
                if (!source.isRemote() || ++failures >= MAX_FAILURES) {
                    throw e;
                }
                waiting.pass(pause(backoff.next(), e));
            }
        }
    }

    private static Duration pause(Duration usual, IOException e) {
        Duration asked = e instanceof TryLaterException later ? later.pause() : Duration.ZERO;
        Duration bounded = asked.compareTo(LONGEST_PAUSE_ASKED) > 0 ? LONGEST_PAUSE_ASKED : asked;
        return bounded.compareTo(usual) > 0 ? bounded : usual;
    }

    /** True when the file is whole; false if what was begun elsewhere spoilt it, and it must be tried from its first byte. */
    private boolean attempt(ModelSource source, URI address, ModelFile file, PartFile part, Progress progress)
            throws IOException, ModelFailure, InterruptedException {
        boolean fromTheFirst = part.bytes() == 0;
        if (part.bytes() < file.bytes()) {
            try (Delivery delivery = source.open(address, part.begun())) {
                fromTheFirst = begin(delivery, file, part);
                intake.take(delivery, source.isRemote(), file, part, progress);
            }
            if (part.bytes() < file.bytes() && source.isRemote()) {
                throw new EOFException();
            }
        }
        if (part.isTheFile()) {
            return true;
        }
        part.restart();
        if (fromTheFirst) {
            throw new WrongContent();
        }
        return false;
    }

    /** Whether everything comes from this delivery. */
    private static boolean begin(Delivery delivery, ModelFile file, PartFile part) throws IOException {
        if (delivery.whole() >= 0 && delivery.whole() != file.bytes()) {
            throw new NotOfferedException("not-fetched-length", "it has another length there");
        }
        if (delivery.from() != part.bytes()) {
            if (delivery.from() != 0) {
                throw new NotOfferedException("not-fetched-odd", "it answers with another part than was asked for");
            }
            part.restart();
        }
        part.tagged(delivery.tag());
        return delivery.from() == 0;
    }

    /** What came whole is not the file. */
    private static final class WrongContent extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
