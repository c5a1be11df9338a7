package org.umbral.shared;

/** A thing that our own code promised cannot happen. Never caught to go on; its message holds no data of people. */
public final class Bug extends IllegalStateException {
    public Bug(String promiseBroken) {
        super(promiseBroken);
    }

    public Bug(String promiseBroken, Throwable cause) {
        super(promiseBroken, cause);
    }
}
