/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Utterance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever knows how canaries are made, and says the same to each without looking at what it asks, passes hardly any: for each kind the best
 * of many such answers, chosen on one lot of canaries and tried on another.
 */
class GuessingTest {

    private static final double HARDLY_ANY = 0.05;
    private static final int DRAWN = 1_500;
    /** Pictures and recordings take long to make. */
    private static final int FILES_DRAWN = 100;

    private static final CanaryFiles UNKEPT = new CanaryFiles() {
        @Override
        public Attachment offer(String name, FileType type, byte[] content) {
            return new Attachment("0".repeat(64), name, type, content.length);
        }

        @Override
        public void withdraw(Transaction tx, Attachment file) {
            // Nothing was kept.
        }
    };

    /** A kind, and what somebody might say to all of it who has seen many. */
    record Guessed(String name, CanaryKind kind, Function<List<Canary>, Stream<Guess>> guesses) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** May depend on how many things it is asked about, and on nothing else. */
    @FunctionalInterface
    interface Guess {
        TaskOutput to(TaskInput question);
    }

    static Stream<Guessed> kinds() {
        NoticeKind notices = new NoticeKind();
        return Stream.of(
                new Guessed("small sums", new SmallSumKind(), GuessingTest::numbers),
                new Guessed("chat", new ChatKind(notices), seen -> Stream.concat(numbers(seen), facts(seen))),
                new Guessed("notices", notices, GuessingTest::facts),
                new Guessed("pictures", new PictureKind(), GuessingTest::words),
                new Guessed("recordings", new SpokenKind(ClipBank.load()), GuessingTest::sayings),
                new Guessed("captions", FiguresKind.TO_DESCRIBE, GuessingTest::captions),
                new Guessed("things in pictures", FiguresKind.TO_FIND, GuessingTest::things),
                new Guessed("likeness", new LikenessKind(), _ -> pairings()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_best_answer_to_everything_passes_hardly_any(Guessed guessed) {
        RandomGenerator random = new SplittableRandom(2_026);
        List<Canary> seen = draw(guessed.kind(), random);
        List<Canary> asked = draw(guessed.kind(), random);

        Guess best = guessed.guesses()
                .apply(seen)
                .max(Comparator.comparingDouble(guess -> share(guess, seen)))
                .orElseThrow();

        assertThat(share(best, asked)).isLessThan(HARDLY_ANY);
        assertThat(asked)
                .allSatisfy(canary -> assertThat(canary.answer().isGivenBy(RightAnswers.to(canary)))
                        .isTrue());
    }

    private static List<Canary> draw(CanaryKind kind, RandomGenerator random) {
        return Stream.generate(() -> kind.draw(random, UNKEPT))
                .limit(
                        kind instanceof PictureKind || kind instanceof SpokenKind || kind instanceof FiguresKind
                                ? FILES_DRAWN
                                : DRAWN)
                .toList();
    }

    private static double share(Guess guess, List<Canary> canaries) {
        return canaries.stream()
                        .filter(canary -> canary.answer().isGivenBy(guess.to(canary.question())))
                        .count()
                / (double) canaries.size();
    }

    private static Guess says(String text) {
        return question -> question instanceof TaskInput.Document
                ? new TaskOutput.Document(text, List.of(), AnswerOrigin.QUOTED)
                : new TaskOutput.Chat(text, List.of(), AnswerOrigin.GENERATED);
    }

    /** The most frequent first. */
    private static List<String> frequent(Stream<String> all) {
        return all.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** From one to as many as may be said, and the middle of them. */
    private static Stream<Guess> numbers(List<Canary> seen) {
        List<String> numbers = frequent(seen.stream().flatMap(canary -> switch (canary.answer()) {
            case KnownNumber(long number) -> Stream.of(Long.toString(number));
            case KnownResult(long number) -> Stream.of(Long.toString(number));
            case KnownQuote _, KnownWords _, KnownSpeech _, KnownLikeness _, KnownCaption _, KnownThings _ ->
                Stream.empty();
        }));
        return IntStream.rangeClosed(1, Math.min(KnownNumber.MOST_NUMBERS, numbers.size()))
                .boxed()
                .flatMap(most -> {
                    List<String> some = numbers.subList(0, most);
                    return Stream.of(says(String.join(" or ", some)), says(String.join(" or ", some.reversed())));
                });
    }

    /** Facts that were asked for, of each shape alone and of all together, as many as fit. */
    private static Stream<Guess> facts(List<Canary> seen) {
        List<String> facts = frequent(seen.stream()
                .flatMap(canary ->
                        canary.answer() instanceof KnownQuote quote ? Stream.of(quote.fact()) : Stream.empty()));
        Stream<List<String>> byShape = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.replaceAll("\\d", "0").replaceAll("\\p{L}+", "a")))
                .values()
                .stream();
        return Stream.concat(Stream.of(facts), byShape)
                .flatMap(list -> IntStream.of(1, 3, 6, 12, 24, 60)
                        .mapToObj(most -> says(String.join("; ", list.subList(0, Math.min(most, list.size()))))));
    }

    /** The words of signs, with as many as may be read of a small one and of a large one. */
    private static Stream<Guess> words(List<Canary> seen) {
        List<String> words = frequent(seen.stream()
                .flatMap(canary ->
                        canary.answer() instanceof KnownWords known ? known.words().stream() : Stream.empty()));
        return IntStream.rangeClosed(2, 12)
                .map(tens -> tens * 5)
                .mapToObj(most -> words.subList(0, Math.min(most, words.size())))
                .map(some -> _ -> new TaskOutput.Image(
                        "",
                        List.of(),
                        List.of(new TextLine("a.png", String.join(" ", some), 1, new TextLine.Box(0, 0, 9, 9)))));
    }

    /** Whole transcripts that were right once; and of each language the most frequent sentences, as many as a recording has, and all. */
    private static Stream<Guess> sayings(List<Canary> seen) {
        List<KnownSpeech> known = seen.stream()
                .flatMap(canary -> canary.answer() instanceof KnownSpeech one ? Stream.of(one) : Stream.empty())
                .toList();
        Stream<List<String>> once = known.stream().map(KnownSpeech::sentences);
        Stream<List<String>> often = Stream.of(Language.values())
                .map(language -> frequent(known.stream()
                        .filter(one -> one.language() == language)
                        .flatMap(one -> one.sentences().stream())))
                .flatMap(all -> IntStream.of(1, 2, 3, 4, 5, all.size()).mapToObj(most -> all.subList(0, most)));
        return Stream.concat(once, often)
                .map(sentences -> String.join(" ", sentences))
                .map(text ->
                        _ -> new TaskOutput.Audio(text, List.of(), List.of(new Utterance("a.wav", 0, 1_000, text))));
    }

    /** Captions that were right once; and the simplest, of one figure, two, three and four alike. */
    private static Stream<Guess> captions(List<Canary> seen) {
        Stream<String> once = seen.stream()
                .flatMap(canary ->
                        canary.answer() instanceof KnownCaption(String caption) ? Stream.of(caption) : Stream.empty());
        Stream<String> simplest = IntStream.rangeClosed(1, 4)
                .boxed()
                .flatMap(most -> Stream.of(FigureColour.values())
                        .flatMap(colour -> Stream.of(FigureShape.values())
                                .map(shape -> ("a " + colour + " " + shape + " ").repeat(most))));
        return Stream.concat(once, simplest).map(RightAnswers::describing).map(answer -> _ -> answer);
    }

    /** What was right once; and a square of each name and size in the middle; and as many as a picture may hold side by side. */
    private static Stream<Guess> things(List<Canary> seen) {
        Stream<List<KnownThings.Thing>> once = seen.stream()
                .flatMap(canary -> canary.answer() instanceof KnownThings(List<KnownThings.Thing> things)
                        ? Stream.of(things)
                        : Stream.empty());
        Stream<List<KnownThings.Thing>> simplest = Stream.of(FigureShape.values())
                .map(shape -> shape.name().toLowerCase(Locale.ROOT))
                .flatMap(label -> IntStream.rangeClosed(3, 12)
                        .map(tens -> tens * 10)
                        .boxed()
                        .flatMap(wide -> IntStream.rangeClosed(1, 4)
                                .mapToObj(most -> IntStream.range(0, most)
                                        .mapToObj(place -> new KnownThings.Thing(
                                                label,
                                                new TextLine.Box(
                                                        100 - wide * most / 2 + wide * place,
                                                        100 - wide / 2,
                                                        wide,
                                                        wide)))
                                        .toList())));
        return Stream.concat(once, simplest).map(RightAnswers::finding).map(answer -> _ -> answer);
    }

    /** Neighbours are said to mean the same, from here or from there on. */
    private static Stream<Guess> pairings() {
        return IntStream.range(0, 6).mapToObj(first -> question -> {
            int texts = question instanceof TaskInput.Embedding embedding
                    ? embedding.texts().size()
                    : 0;
            return new TaskOutput.Embedding(IntStream.range(0, texts)
                    .mapToObj(text -> pointing((text + first) % texts / 2))
                    .toList());
        });
    }

    private static float[] pointing(int direction) {
        float[] vector = new float[KnownLikeness.LEAST_DIMENSIONS];
        vector[direction] = 1;
        return vector;
    }
}
