package org.umbral.practice;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** What stands on the pages. Nobody on them exists, and each of them says so. */
final class Papers {
    private static final Color INK = new Color(28, 28, 38);
    private static final Color STAMP = new Color(178, 34, 44, 170);

    private static final List<String> LETTER = List.of(
            "FICTICIO · MUESTRA · SPECIMEN",
            "",
            "Clínica Ejemplo, calle Ninguna 1, tel. 555-0100",
            "A-Number A000-000-001 (FICTICIO)",
            "",
            "To whom it may concern:",
            "",
            "This letter is about a person who does not exist.",
            "It was made so that the camera has something to",
            "photograph. It names no real doctor, no real place",
            "and no real illness. Esta carta es ficticia.",
            "",
            "The person FICTICIO has been under the care of this",
            "clinic that does not exist since 1 January 2026.",
            "An operation that nobody needs is planned for",
            "31 December 2026 at a hospital that was never built.",
            "",
            "Letters to: clinica@example.org",
            "",
            "Dra. Persona Ficticia");

    private static final List<String> PASSPORT = List.of(
            "UTOPIA   PASSPORT · PASAPORTE",
            "",
            "Surname   FICTICIO",
            "Given names   PERSONA EJEMPLO",
            "Nationality   UTOPIAN",
            "Date of birth   12 AUG 1974",
            "Number   L898902C3",
            "Expires   15 APR 2032");

    private static final List<String> MACHINE_READABLE =
            List.of("P<UTOFICTICIO<<PERSONA<EJEMPLO<<<<<<<<<<<<<<", "L898902C36UTO7408122F3204159<<<<<<<<<<<<<<00");

    private Papers() {}

    static void letter(Graphics2D pen, int width, int height) {
        pen.setColor(INK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, Math.max(6, width / 32)));
        lines(pen, LETTER, width / 12, height / 12, height / 26);
        pen.setColor(new Color(30, 50, 150));
        pen.setStroke(new BasicStroke(Math.max(1, width / 300f)));
        pen.drawArc(width / 8, height * 86 / 100, width / 6, height / 20, 20, 250);
        pen.drawArc(width / 5, height * 86 / 100, width / 4, height / 24, 10, 170);
        stamp(pen, width * 6 / 10, height * 8 / 10, width / 4);
    }

    static void passport(Graphics2D pen, int width, int height) {
        pen.setColor(new Color(214, 222, 232));
        pen.fillRect(width / 20, height / 6, width / 4, height * 4 / 10);
        pen.setColor(new Color(120, 130, 145));
        pen.fillOval(width / 20 + width / 12, height / 4, width / 12, height / 9);
        pen.fillArc(width / 20 + width / 24, height * 37 / 100, width / 6, height * 4 / 10, 0, 180);
        pen.setColor(INK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(6, width / 40)));
        lines(pen, PASSPORT, width * 35 / 100, height / 8, height / 14);
        pen.setFont(new Font(Font.MONOSPACED, Font.PLAIN, Math.max(6, width / 30)));
        lines(pen, MACHINE_READABLE, width / 20, height * 85 / 100, height / 15);
        stamp(pen, width * 7 / 10, height / 3, width / 6);
    }

    private static void lines(Graphics2D pen, List<String> lines, int left, int top, int step) {
        for (int i = 0; i < lines.size(); i++) {
            pen.drawString(lines.get(i), left, top + i * step);
        }
    }

    private static void stamp(Graphics2D pen, int left, int top, int size) {
        pen.setColor(STAMP);
        pen.setStroke(new BasicStroke(Math.max(1, size / 30f)));
        pen.drawOval(left, top, size, size / 2);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.max(6, size / 8)));
        pen.drawString("FICTICIO", left + size / 4, top + size * 3 / 10);
    }
}
