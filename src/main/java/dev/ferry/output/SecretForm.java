package dev.ferry.output;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One spelling of a secret: as it is, or as it stands in a URL, in Base64, in hexadecimal digits. */
final class SecretForm {
    private static final class Salt {
        static final long VALUE = new SecureRandom().nextLong();
    }

    private final char[] characters;
    private final int hash;
    private volatile boolean wiped;

    SecretForm(String text) {
        this.characters = text.toCharArray();
        long mixed = Salt.VALUE;
        for (char each : characters) {
            mixed = Long.rotateLeft((mixed ^ each) * 0x9E3779B97F4A7C15L, 29);
        }
        this.hash = Long.hashCode(mixed);
    }

    String reveal() {
        String text = new String(characters);
        if (wiped) {
            throw new IllegalStateException("This secret has been wiped, because the session that knew it has ended.");
        }
        return text;
    }

    void wipe() {
        wiped = true;
        Arrays.fill(characters, '\0');
    }

    int length() {
        return characters.length;
    }

    char at(int index) {
        return characters[index];
    }

    /** Whether {@code length} of its characters from {@code from} on stand in the text at {@code at}. */
    boolean stands(int from, int length, String text, int at) {
        for (int i = 0; i < length; i++) {
            if (characters[from + i] != text.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretForm form && Arrays.equals(characters, form.characters);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Secret.MASK;
    }
}
