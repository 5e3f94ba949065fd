/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import com.sun.jna.Native;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Windows is asked: a few functions of user32, kernel32 and shell32. Written by their documentation; it has never run on Windows. */
interface WindowsCalls {

    /** Milliseconds since the last input of this session, from 0 to 49 days; empty if the call fails. */
    Optional<Integer> idleMillis();

    /** As GetSystemPowerStatus says it; empty if the call fails. */
    Optional<PowerStatus> power();

    /** As SHQueryUserNotificationState says it; empty if the call fails. */
    OptionalInt notificationState();

    /**
     * As Windows counts.
     *
     * @param line 0 on battery, 1 on mains, 255 unknown
     * @param flags of the battery: 128 there is none, 255 unknown
     * @param percent 0 to 100, 255 unknown
     */
    record PowerStatus(int line, int flags, int percent) {}

    /** The real ones, through JNA. */
    final class OfSystem implements WindowsCalls {

        private static final Logger LOG = LoggerFactory.getLogger(WindowsCalls.class);
        private static final int BYTE = 0xFF;

        private final User32 user;
        private final Kernel32 kernel;
        private final Shell32 shell;

        private OfSystem(User32 user, Kernel32 kernel, Shell32 shell) {
            this.user = user;
            this.kernel = kernel;
            this.shell = shell;
        }

        /** Loads them; where that fails, nothing is known. */
        static WindowsCalls load() {
            try {
                return new OfSystem(
                        Native.load("user32", User32.class),
                        Native.load("kernel32", Kernel32.class),
                        Native.load("shell32", Shell32.class));
            } catch (LinkageError e) {
                LOG.info("Windows is not asked: {}", e.getMessage());
                return NOTHING;
            }
        }

        @Override
        public Optional<Integer> idleMillis() {
            LastInput last = new LastInput();
            last.cbSize = last.size();
            // Both count milliseconds since the start in 32 bits, so their difference holds over the wrap.
            return user.GetLastInputInfo(last) ? Optional.of(kernel.GetTickCount() - last.dwTime) : Optional.empty();
        }

        @Override
        public Optional<PowerStatus> power() {
            SystemPower status = new SystemPower();
            return kernel.GetSystemPowerStatus(status)
                    ? Optional.of(new PowerStatus(
                            status.ACLineStatus & BYTE, status.BatteryFlag & BYTE, status.BatteryLifePercent & BYTE))
                    : Optional.empty();
        }

        @Override
        public OptionalInt notificationState() {
            IntByReference state = new IntByReference();
            return shell.SHQueryUserNotificationState(state) == 0
                    ? OptionalInt.of(state.getValue())
                    : OptionalInt.empty();
        }
    }

    /** Where nothing can be asked. */
    WindowsCalls NOTHING = new WindowsCalls() {
        @Override
        public Optional<Integer> idleMillis() {
            return Optional.empty();
        }

        @Override
        public Optional<PowerStatus> power() {
            return Optional.empty();
        }

        @Override
        public OptionalInt notificationState() {
            return OptionalInt.empty();
        }
    };

    /** user32.dll. */
    interface User32 extends StdCallLibrary {
        boolean GetLastInputInfo(LastInput result);
    }

    /** kernel32.dll. */
    interface Kernel32 extends StdCallLibrary {
        int GetTickCount();

        boolean GetSystemPowerStatus(SystemPower result);
    }

    /** shell32.dll. */
    interface Shell32 extends StdCallLibrary {
        int SHQueryUserNotificationState(IntByReference state);
    }

    /** LASTINPUTINFO. */
    @Structure.FieldOrder({"cbSize", "dwTime"})
    final class LastInput extends Structure {
        public int cbSize;
        public int dwTime;
    }

    /** SYSTEM_POWER_STATUS. */
    @Structure.FieldOrder({
        "ACLineStatus",
        "BatteryFlag",
        "BatteryLifePercent",
        "SystemStatusFlag",
        "BatteryLifeTime",
        "BatteryFullLifeTime"
    })
    final class SystemPower extends Structure {
        public byte ACLineStatus;
        public byte BatteryFlag;
        public byte BatteryLifePercent;
        public byte SystemStatusFlag;
        public int BatteryLifeTime;
        public int BatteryFullLifeTime;
    }
}
