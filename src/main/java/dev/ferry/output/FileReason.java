package dev.ferry.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be read or written. Java's own message is often only the name of the file again. */
public final class FileReason {
    private FileReason() {}

    /** The reason as half a sentence, to stand in brackets or behind a colon: {@code access is denied}. */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        } else if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (e instanceof NotDirectoryException) {
            return "a file is in the place of a folder";
        } else if (e instanceof FileAlreadyExistsException) {
            return "something else is in its place";
        }
        String said = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return said == null || said.isBlank() ? ExceptionText.of(e) : said;
    }
}
