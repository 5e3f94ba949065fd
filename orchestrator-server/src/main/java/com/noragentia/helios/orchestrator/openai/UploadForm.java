/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A form with a file in it (RFC 7578). Its file lies in a folder until the form is closed. */
record UploadForm(List<Part> parts) implements AutoCloseable {

    /** Fields beside the file are words; all of them, with what stands between. */
    private static final long FIELDS_BYTES = 64 * 1024;

    private static final int IN_MEMORY_BYTES = 16 * 1024;
    private static final int FIELD_BYTES = 8 * 1024;
    private static final int FIELDS = 32;
    /** Where Jetty looks for the limits of a form. */
    private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

    /** The longest form. */
    static long longest() {
        return Limit.ATTACHMENT_BYTES.value() + FIELDS_BYTES;
    }

    /** @throws ProblemException {@code request-invalid} where it is no form, {@code attachment-too-large} where it is too long */
    static UploadForm read(Context ctx, SpoolFolder folder) throws IOException {
        String type = Optional.ofNullable(ctx.contentType()).orElse("");
        if (!type.startsWith("multipart/form-data")) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the body must be multipart/form-data");
        }
        ctx.req()
                .setAttribute(
                        LIMITS,
                        // Which file is too large is told where files are taken in.
                        new MultipartConfigElement(folder.path().toString(), longest(), longest(), IN_MEMORY_BYTES));
        try {
            Collection<Part> parts = ctx.req().getParts();
            UploadForm form = new UploadForm(new ArrayList<>(parts));
            if (parts.size() > FIELDS) {
                form.close();
                throw new ProblemException(ProblemCode.REQUEST_INVALID, "the form has over " + FIELDS + " fields");
            }
            return form;
        } catch (ServletException | IllegalStateException | IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the form cannot be read, or is too long");
        }
    }

    /** A field's text; empty where it is left out, or has none. */
    Optional<String> text(String name) throws IOException {
        Optional<Part> found = find(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (found.get().getSize() > FIELD_BYTES) {
            throw Fault.invalid(name, "at most " + FIELD_BYTES + " bytes");
        }
        try (InputStream content = found.get().getInputStream()) {
            return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .filter(text -> !text.isEmpty());
        }
    }

    Optional<Part> file(String name) {
        return find(name).filter(part -> part.getSubmittedFileName() != null);
    }

    private Optional<Part> find(String name) {
        return parts.stream().filter(part -> name.equals(part.getName())).findFirst();
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.delete();
        }
    }
}
