package dev.ferry.api.http;

/** Is told what goes over the wire, login included, when somebody wants to see it. May be called from several threads. */
public interface WireListener {
    /** Nobody wants to see it. */
    WireListener NOBODY = new WireListener() {
        @Override
        public boolean isWanted() {
            return false;
        }

        @Override
        public void tell(String lines) {}
    };

    /** Asked before each request; what nobody wants costs nothing. */
    boolean isWanted();

    /**
     * One request or one answer.
     *
     * @param lines its lines without the last line end, each with a mark in front that tells it from data; no secrets
     */
    void tell(String lines);
}
