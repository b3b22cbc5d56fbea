package dev.ferry.sandbox;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer. */
interface Content {
    /** Length of one whose size shows only when it is written. */
    long UNKNOWN = -1;

    /** How many bytes, or {@link #UNKNOWN}: then it goes in chunks. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** One that is there already. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** One that is made while it is sent. */
    static Content streamed(Source source) {
        return new Content() {
            @Override
            public long length() {
                return UNKNOWN;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                source.writeTo(out);
            }
        };
    }

    /** Makes a body while it is sent. */
    @FunctionalInterface
    interface Source {
        void writeTo(OutputStream out) throws IOException;
    }
}
