package org.umbral.clinic.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** A part that is opened when its first byte is read, so that a long chain holds one file open at a time. */
final class LateFile extends InputStream {
    private final EnvelopeFiles files;
    private final String name;
    private @Nullable InputStream opened;

    LateFile(EnvelopeFiles files, String name) {
        this.files = files;
        this.name = name;
    }

    /** The parts one after the other. */
    static InputStream joined(EnvelopeFiles files, List<String> names) {
        Iterator<String> rest = names.iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return rest.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new LateFile(files, rest.next());
            }
        });
    }

    @Override
    public int read() throws IOException {
        return opened().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return opened().read(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private InputStream opened() throws IOException {
        if (opened == null) {
            try {
                opened = files.open(name);
            } catch (TryAgain e) {
                throw new IOException("a part cannot be opened", e);
            }
        }
        return opened;
    }
}
