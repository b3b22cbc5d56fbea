package dev.ferry.profile;

import java.net.URI;
import java.net.URISyntaxException;

/** An address of a service as people write it: with or without a slash at its end. */
final class BaseUrl {
    private BaseUrl() {}

    /**
     * Scheme, host and port of the text.
     *
     * @param name the setting or variable it comes from, for messages
     * @throws SettingsException if it is no such address
     */
    static URI parse(String text, String name) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (web
                    && bare
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            }
        } catch (URISyntaxException e) {
            throw new SettingsException(sentence(name), e);
        }
        throw new SettingsException(sentence(name));
    }

    /** Without the value: an address with a password in it is one of the mistakes this is about. */
    private static String sentence(String name) {
        return name
                + " is not the address of a service; write scheme, host and port only, as https://cloud.mongodb.com.";
    }
}
