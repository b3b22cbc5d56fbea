package dev.ferry.cli;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ByteValue;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.connect.TransportTimeoutException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequestManager;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stops another process exactly where it writes a line of its journal. The process is a usual one that is being debugged: nothing in it
 * knows of this, and all of its threads stand still while it is stopped.
 */
final class Debugger implements AutoCloseable {
    private static final String APPENDER = "dev.ferry.journal.Appender";
    private static final String CONNECTOR = "com.sun.jdi.SocketListen";
    private static final String PATIENCE = "2000";

    private final ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
            .filter(any -> any.name().equals(CONNECTOR))
            .findFirst()
            .orElseThrow();
    private final Map<String, Connector.Argument> arguments = connector.defaultArguments();
    private final String address;
    private @Nullable VirtualMachine machine;
    private byte[] bytes = {};

    /** Where in the writing of a line. */
    enum Point {
        /** Nothing of it has been given to the system. */
        BEFORE,

        /** It is ready to be given to the system, see {@link #bytes}. */
        READY,

        /** It is on the disk, and whoever wrote it does not know yet. */
        AFTER
    }

    Debugger() throws IOException {
        arguments.get("localAddress").setValue("127.0.0.1");
        arguments.get("timeout").setValue(PATIENCE);
        try {
            address = connector.startListening(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException(e);
        }
    }

    /** With this option a Java process comes here before it does anything. */
    String option() {
        return "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address;
    }

    /**
     * Lets the process run until it writes a line, and stops it there.
     *
     * @param process was started with {@link #option}
     * @param nth the how-manieth line it writes, from 1
     * @return false when it has ended before
     */
    boolean stopAt(Process process, int nth, Point point) throws IOException, InterruptedException {
        try {
            VirtualMachine vm = accept(process);
            machine = vm;
            ClassPrepareRequest request = vm.eventRequestManager().createClassPrepareRequest();
            request.addClassFilter(APPENDER);
            request.enable();
            while (true) {
                EventSet events = vm.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof VMDeathEvent || event instanceof VMDisconnectEvent) {
                        return false;
                    } else if (event instanceof ClassPrepareEvent prepared) {
                        arm(vm.eventRequestManager(), prepared.referenceType(), nth, point);
                    } else if (event instanceof BreakpointEvent hit && reached(vm.eventRequestManager(), hit, point)) {
                        return true;
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            return false;
        } catch (IllegalConnectorArgumentsException | IncompatibleThreadStateException | AbsentInformationException e) {
            throw new IOException(e);
        }
    }

    /** Looks from time to time whether the process still lives. */
    private VirtualMachine accept(Process process) throws IOException, IllegalConnectorArgumentsException {
        while (true) {
            try {
                return connector.accept(arguments);
            } catch (TransportTimeoutException e) {
                if (!process.isAlive()) {
                    throw new IOException("it ended before it could be debugged, with " + process.exitValue(), e);
                }
            }
        }
    }

    private static void arm(EventRequestManager requests, ReferenceType appender, int nth, Point point) {
        Method append = appender.methodsByName("append").get(0);
        byte[] code = append.bytecodes();
        Location place = point == Point.AFTER ? append.locationOfCodeIndex(code.length - 1) : append.location();
        BreakpointRequest request = requests.createBreakpointRequest(place);
        request.addCountFilter(nth);
        request.enable();
    }

    /** The line is made from what is given to the appender: it is known only one call further. */
    private boolean reached(EventRequestManager requests, BreakpointEvent hit, Point point)
            throws IncompatibleThreadStateException, AbsentInformationException {
        Method where = hit.location().method();
        ThreadReference thread = hit.thread();
        if (point != Point.READY) {
            return true;
        } else if (where.name().equals("write")) {
            bytes = bytes((ArrayReference) thread.frame(0).getArgumentValues().get(0));
            return true;
        }
        Method write = hit.virtualMachine()
                .classesByName("java.io.RandomAccessFile")
                .get(0)
                .methodsByName("write", "([B)V")
                .get(0);
        BreakpointRequest request = requests.createBreakpointRequest(write.location());
        request.addThreadFilter(thread);
        request.enable();
        return false;
    }

    private static byte[] bytes(ArrayReference array) {
        List<com.sun.jdi.Value> values = array.getValues();
        byte[] copy = new byte[values.size()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = ((ByteValue) values.get(i)).value();
        }
        return copy;
    }

    /** The whole line that is about to be written. */
    byte[] bytes() {
        return bytes.clone();
    }

    /** Lets the process go on as if nothing had been. */
    void letGo() {
        if (machine != null) {
            machine.dispose();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connector.stopListening(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException(e);
        }
    }
}
