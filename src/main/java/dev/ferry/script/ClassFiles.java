package dev.ferry.script;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A compiled script as the compiler wrote it: the files of its class, its closures and the classes it declares.
 *
 * @param main name of the script's class
 * @param byName name of each class and its file
 */
record ClassFiles(String main, Map<String, byte[]> byName) {

    /** The class of the script, in a loader of its own. */
    Class<?> load(ClassLoader parent) throws ClassNotFoundException {
        return Class.forName(main, true, new Loader(parent, byName));
    }

    /** Everything in one piece, with a sum that {@link #of} checks. */
    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeUTF(main);
        data.writeInt(byName.size());
        for (Map.Entry<String, byte[]> file : byName.entrySet()) {
            data.writeUTF(file.getKey());
            data.writeInt(file.getValue().length);
            data.write(file.getValue());
        }
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        data.writeLong(sum.getValue());
        return bytes.toByteArray();
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IOException when it is not that, or not all of it
     */
    static ClassFiles of(byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, Math.max(0, bytes.length - Long.BYTES));
        DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
        String main = data.readUTF();
        int count = data.readInt();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int index = 0; index < count; index++) {
            String name = data.readUTF();
            files.put(name, data.readNBytes(data.readInt()));
        }
        if (data.readLong() != sum.getValue()) {
            throw new IOException("The sum does not fit.");
        }
        return new ClassFiles(main, files);
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> files;

        Loader(ClassLoader parent, Map<String, byte[]> files) {
            super(parent);
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
