package org.umbral.phone.screen.words;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.umbral.phone.Delivery;

/** The icon beside a delivery's words, and its colour; colour never speaks alone. */
public enum DeliveryMark {
    KEPT(Material2MZ.SMARTPHONE, "quiet-icon"),
    GOING(Material2AL.CLOUD_UPLOAD, "wait-icon"),
    THERE(Material2AL.CHECK, "done-icon"),
    OPENED(Material2AL.DONE_ALL, "done-icon"),
    NEEDED(Material2MZ.WARNING, "emergency-icon");

    private final Ikon icon;
    private final String style;

    DeliveryMark(Ikon icon, String style) {
        this.icon = icon;
        this.style = style;
    }

    public static DeliveryMark of(Delivery.State state) {
        return switch (state) {
            case DRAFT, KEPT_HERE -> KEPT;
            case SENDING -> GOING;
            case DELIVERED -> THERE;
            case OPENED -> OPENED;
            case NEEDS_YOU -> NEEDED;
        };
    }

    public Ikon icon() {
        return icon;
    }

    public String style() {
        return style;
    }
}
