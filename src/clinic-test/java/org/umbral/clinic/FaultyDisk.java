package org.umbral.clinic;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.umbral.clinic.store.Disk;

/** A disk that refuses one kind of call while a test says so. */
public final class FaultyDisk extends Disk {
    /** Which call fails. */
    public enum Fault {
        NONE,
        WRITE,
        FORCE,
        MOVE
    }

    private volatile Fault fault = Fault.NONE;
    private volatile CountDownLatch forced = new CountDownLatch(0);

    public void fail(Fault next) {
        fault = next;
    }

    /** Forces wait until it is counted down. */
    public void hold(CountDownLatch latch) {
        forced = latch;
    }

    @Override
    public void append(FileChannel file, byte[] bytes, int length) throws IOException {
        if (fault == Fault.WRITE) {
            super.append(file, bytes, length / 2);
        }
        check(Fault.WRITE);
        super.append(file, bytes, length);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        check(Fault.FORCE);
        try {
            forced.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        super.force(file);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        check(Fault.FORCE);
        super.force(fileOrFolder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        check(Fault.MOVE);
        super.move(from, to);
    }

    private void check(Fault call) throws IOException {
        if (fault == call) {
            throw new IOException("No space left on device");
        }
    }
}
