/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A recording of a few sentences, to be written down. Whoever hears speech can be asked; also the demonstration model {@value #MODEL}, which knows few
 * words: the sentences are of those, and it hears each of them right, as a test of the worker shows.
 */
final class SpokenKind implements CanaryKind {

    static final String MODEL = "helios-listen-1";
    /** Listeners that were tried on hundreds of these recordings, and how they did is written down: {@code assets/canaries/README.md}. */
    static final Set<String> MEASURED = Set.of(MODEL);

    private static final int LEAST_CLIPS = 3;
    private static final int MOST_CLIPS = 4;

    /** A member's program declares the language it speaks itself, and most people record and listen in theirs. */
    private static final double SHARE_DECLARED = 0.9;

    private final ClipBank bank;

    SpokenKind(ClipBank bank) {
        this.bank = bank;
    }

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        Language spoken = Facts.oneOf(List.of(Language.values()), random);
        List<ClipBank.Clip> all = new ArrayList<>(bank.in(spoken));
        Collections.shuffle(all, random);
        List<ClipBank.Clip> clips = all.subList(0, random.nextInt(LEAST_CLIPS, MOST_CLIPS + 1));
        Attachment recording = files.offer(
                Facts.recordingName("wav", random),
                SpokenRecording.of(clips.stream().map(bank::sound).toList(), SoundForm.draw(random), random));
        return new Canary(
                new TaskInput.Audio(declared(spoken, random), "", List.of(recording)),
                new KnownSpeech(spoken, clips.stream().map(ClipBank.Clip::text).toList()));
    }

    private static Language declared(Language spoken, RandomGenerator random) {
        return random.nextDouble() < SHARE_DECLARED ? spoken : Facts.oneOf(others(spoken), random);
    }

    private static List<Language> others(Language spoken) {
        return Arrays.stream(Language.values())
                .filter(language -> language != spoken)
                .toList();
    }
}
