/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Job objects by kernel32.dll. */
final class Kernel32Jobs implements JobCalls {

    private static final Logger LOG = LoggerFactory.getLogger(Kernel32Jobs.class);

    /** PROCESS_TERMINATE and PROCESS_SET_QUOTA, which AssignProcessToJobObject wants. */
    private static final int MAY_BE_HELD = 0x0001 | 0x0100;

    /** The functions of the Windows API, each by its name there but for the first letter. */
    interface Kernel32 extends StdCallLibrary {

        @Nullable
        Pointer createJobObjectW(@Nullable Pointer security, @Nullable Pointer name);

        boolean setInformationJobObject(Pointer job, int informationClass, ByteBuffer information, int bytes);

        @Nullable
        Pointer openProcess(int access, boolean inherit, int pid);

        boolean assignProcessToJobObject(Pointer job, Pointer process);

        boolean closeHandle(Pointer handle);
    }

    /** By what name each function is looked for. */
    static final Map<String, FunctionMapper> NAMES =
            Map.of(Library.OPTION_FUNCTION_MAPPER, (library, method) -> inWindows(method.getName()));

    private static String inWindows(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private final Kernel32 kernel;

    Kernel32Jobs(Kernel32 kernel) {
        this.kernel = kernel;
    }

    /** Empty on other systems, on Windows of 32 bits, and where its library cannot be called. */
    static Optional<Confinement> confinement(String system) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("windows") || Native.POINTER_SIZE != Long.BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobObject(new Kernel32Jobs(Native.load("kernel32", Kernel32.class, NAMES))));
        } catch (LinkageError e) {
            LOG.warn("job objects cannot be had: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public long create() throws IOException {
        return Pointer.nativeValue(there(kernel.createJobObjectW(null, null), "CreateJobObject"));
    }

    @Override
    public void limit(long job, ByteBuffer limits) throws IOException {
        done(
                kernel.setInformationJobObject(
                        new Pointer(job), JobLimits.INFORMATION_CLASS, limits, limits.capacity()),
                "SetInformationJobObject");
    }

    @Override
    public void assign(long job, long pid) throws IOException {
        Pointer process = there(kernel.openProcess(MAY_BE_HELD, false, Math.toIntExact(pid)), "OpenProcess");
        try {
            done(kernel.assignProcessToJobObject(new Pointer(job), process), "AssignProcessToJobObject");
        } finally {
            kernel.closeHandle(process);
        }
    }

    private static Pointer there(@Nullable Pointer handle, String call) throws IOException {
        if (handle == null) {
            throw refused(call);
        }
        return handle;
    }

    private static void done(boolean isDone, String call) throws IOException {
        if (!isDone) {
            throw refused(call);
        }
    }

    private static IOException refused(String call) {
        return new IOException(call + " failed with " + Native.getLastError());
    }

    @Override
    public void close(long job) {
        kernel.closeHandle(new Pointer(job));
    }
}
