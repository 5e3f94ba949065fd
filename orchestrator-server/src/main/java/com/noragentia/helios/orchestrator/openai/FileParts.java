/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Files among the parts of a message. They come in the request itself: what lies elsewhere is never fetched. */
final class FileParts {

    private static final String FETCHED =
            "nothing is fetched from elsewhere: send the file itself, as " + "data:<media type>;base64,<content>";

    private final RequestBody body;
    private int files;

    FileParts(RequestBody body) {
        this.body = body;
    }

    /** {@code {"type": "image_url", "image_url": {"url": "data:…"}}}; {@code detail} is passed over. */
    BroughtFile image(Fields part) {
        Fields image = part.object("image_url").orElseThrow(() -> Fault.missing(part.wayTo("image_url")));
        return ofUrl(image.needText("url"), Optional.empty(), image.wayTo("url"));
    }

    /** {@code {"type": "input_audio", "input_audio": {"data": "…", "format": "wav"}}}. */
    BroughtFile audio(Fields part) {
        Fields audio = part.object("input_audio").orElseThrow(() -> Fault.missing(part.wayTo("input_audio")));
        String format = audio.needText("format");
        FileType type = FileType.ofName("." + format)
                .filter(named -> named == FileType.WAV || named == FileType.MP3)
                .orElseThrow(() -> Fault.unsupportedValue(audio.wayTo("format"), "use wav or mp3"));
        return new BroughtFile(
                type, name("recording", type), body.content(audio.needText("data")), audio.wayTo("data"));
    }

    /** {@code {"type": "file", "file": {"filename": "report.pdf", "file_data": "data:…"}}}. */
    BroughtFile file(Fields part) {
        Fields file = part.object("file").orElseThrow(() -> Fault.missing(part.wayTo("file")));
        if (file.find("file_id").isPresent()) {
            throw Fault.unsupportedValue(file.wayTo("file_id"), "send the file itself as file_data");
        }
        return ofUrl(file.needText("file_data"), file.text("filename"), file.wayTo("file_data"));
    }

    private BroughtFile ofUrl(String text, Optional<String> name, String param) {
        Encoded content = body.content(text);
        String mediaType = mediaType(content).orElseThrow(() -> Fault.unsupportedValue(param, FETCHED));
        FileType type = name.flatMap(FileType::ofName)
                .or(() -> ofMediaType(mediaType))
                .filter(FileType::isChosen)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.FILE_TYPE_UNSUPPORTED,
                        "no expert reads files of this type",
                        Map.of(Fault.PARAM, param)));
        return new BroughtFile(type, name.filter(type::fitsName).orElseGet(() -> name("file", type)), content, param);
    }

    private static Optional<String> mediaType(Encoded content) {
        try {
            return content.mediaType();
        } catch (IOException e) {
            throw new UncheckedIOException("what was set aside cannot be read", e);
        }
    }

    private static Optional<FileType> ofMediaType(String mediaType) {
        String usual = switch (mediaType) {
            case "image/jpg" -> "image/jpeg";
            case "audio/x-wav", "audio/wave", "audio/vnd.wave" -> "audio/wav";
            case "audio/mp3" -> "audio/mpeg";
            default -> mediaType;
        };
        return Arrays.stream(FileType.values())
                .filter(type -> type.mediaType().equals(usual))
                .findFirst();
    }

    private String name(String kind, FileType type) {
        files++;
        return kind + "-" + files + "." + type.extensions().getFirst();
    }
}
