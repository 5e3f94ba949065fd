/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A picture of a few figures, to be described, or in which to find them. For the two demonstration models of sight alone, which know nothing else: no
 * other model that sees was ever measured with it.
 */
enum FiguresKind implements CanaryKind {
    TO_DESCRIBE(Sight.DESCRIPTION, 1) {
        @Override
        KnownAnswer answer(FigureScene scene) {
            return new KnownCaption(scene.caption());
        }
    },
    /** The demonstration overlooks a figure now and then: there are so many that one may be missing. */
    TO_FIND(Sight.OBJECTS, KnownThings.ENOUGH_TO_FORGIVE) {
        @Override
        KnownAnswer answer(FigureScene scene) {
            return KnownThings.in(scene);
        }
    };

    static final String DESCRIBER = "helios-caption-1";
    static final String FINDER = "helios-detect-1";

    private final Sight sight;
    private final int leastFigures;

    FiguresKind(Sight sight, int leastFigures) {
        this.sight = sight;
        this.leastFigures = leastFigures;
    }

    abstract KnownAnswer answer(FigureScene scene);

    @Override
    public Canary draw(RandomGenerator random, CanaryFiles files) {
        FigureScene scene = FigureScene.draw(leastFigures, random);
        Attachment picture = files.offer(Facts.fileName("png", random), FigurePicture.of(scene, random));
        Language language = Facts.oneOf(List.of(Language.values()), random);
        return new Canary(new TaskInput.Image(language, "", List.of(picture), null, sight), answer(scene));
    }
}
