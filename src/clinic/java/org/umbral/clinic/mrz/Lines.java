package org.umbral.clinic.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.umbral.shared.AskThePerson;

/** Lines of one format's length, upper case, with the one filler. */
record Lines(Format format, List<String> all) {
    private static final int LONGEST_TD2 = 40;

    static Lines of(String typed) throws AskThePerson {
        List<String> lines = new ArrayList<>();
        for (String line : typed.split("\\R")) {
            String bare = line.toUpperCase(Locale.ROOT)
                    .replaceAll("[\\s\\u00a0]", "")
                    .replace("«", "<<")
                    .replace('‹', '<');
            if (!bare.isEmpty()) {
                lines.add(bare);
            }
        }
        return new Lines(format(lines), lines).checked();
    }

    private static Format format(List<String> lines) throws AskThePerson {
        return switch (lines.size()) {
            case 2 -> lines.get(1).length() < LONGEST_TD2 ? Format.TD2 : Format.TD3;
            case 3 -> Format.TD1;
            default -> throw new AskThePerson("mrz-lines");
        };
    }

    /** Fillers at the end of the names are easily counted wrong and say nothing. */
    private Lines checked() throws AskThePerson {
        List<String> checked = new ArrayList<>(all);
        int names = format.names().line();
        String line = checked.get(names);
        if (line.length() < format.length() && line.endsWith("<")) {
            checked.set(names, line + "<".repeat(format.length() - line.length()));
        } else if (line.length() > format.length()
                && line.substring(format.length() - 1).matches("<+")) {
            checked.set(names, line.substring(0, format.length()));
        }
        for (String one : checked) {
            if (one.length() != format.length()) {
                throw new AskThePerson("mrz-length");
            }
            if (!one.matches("[A-Z0-9<]+")) {
                throw new AskThePerson("mrz-letters");
            }
        }
        return new Lines(format, List.copyOf(checked));
    }

    Lines with(Mrz.Repair repair) throws AskThePerson {
        if (repair.line() >= all.size() || repair.place() >= format.length()) {
            throw new AskThePerson("mrz-length");
        }
        List<String> changed = new ArrayList<>(all);
        StringBuilder line = new StringBuilder(all.get(repair.line()));
        line.setCharAt(repair.place(), repair.to());
        changed.set(repair.line(), line.toString());
        return new Lines(format, changed).checked();
    }

    String text() {
        return String.join("\n", all);
    }
}
