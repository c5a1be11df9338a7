package org.umbral.testing;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * A process that types one value after the other into one field, until it is killed. Says {@code tried N} before it hands
 * a value to the model, and {@code saved N} when the model shows that value and says that all is saved.
 */
public final class FieldKillChild {
    static final FieldId FIELD = new FieldId("PER-02");
    static final String WORDS = "Ana Ficticio ";

    private final IntakeModel model;
    private final ItemId person;
    private final Random choice;
    private long last;

    private FieldKillChild(IntakeModel model, ItemId person, Random choice, long last) {
        this.model = model;
        this.person = person;
        this.choice = choice;
        this.last = last;
    }

    /** Arguments: the phone's folder, the case, the person, a seed, the last number that was typed. */
    public static void main(String[] args) throws Exception {
        long seed = Long.parseLong(args[3]);
        TestPhone phone = new TestPhone(Path.of(args[0]), seed);
        Executor ui = Executors.newSingleThreadExecutor();
        Work work = new Work(Executors.newSingleThreadExecutor(), ui);
        IntakeModel model = new IntakeModel(
                phone.intake, work, Words.of(Locale.ENGLISH, phone.clock), phone.intake.read(new CaseId(args[1])));
        FieldKillChild child =
                new FieldKillChild(model, new ItemId(args[2]), new Random(seed), Long.parseLong(args[4]));
        model.onChange(child::changed);
        System.out.println("ready");
        ui.execute(child::type);
        // Nobody writes to it: it ends with the process that began this one.
        System.in.read();
        Runtime.getRuntime().halt(1);
    }

    private void changed() {
        if (model.state() == IntakeModel.State.SAVED) {
            String text = model.value(person, FIELD.text()).orElseThrow().json().asText();
            System.out.println("saved " + text.substring(WORDS.length()));
            type();
        }
    }

    /** Now and then several before the first of them is saved, as from a fast hand. */
    private void type() {
        int many = choice.nextInt(4) == 0 ? 3 : 1;
        for (int i = 0; i < many; i++) {
            last++;
            System.out.println("tried " + last);
            model.write(person, FIELD, Value.text(WORDS + last));
        }
    }
}
