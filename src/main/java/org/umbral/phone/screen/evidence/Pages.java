package org.umbral.phone.screen.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.umbral.phone.Intake;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.screen.intake.IntakeModel;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * The pages of one piece of evidence: in their order, being made ready, or stuck, and what can be done about each. No
 * controls; on the UI thread.
 */
final class Pages {
    private static final FieldId NUMBER = new FieldId("PAG-01");

    /** A page that is kept, with its place from 1 and how far it is turned, in degrees clockwise. */
    record Kept(ItemId item, int number, int turn, Set<PageMark> marks) {}

    private final IntakeModel model;
    private final Shutter shutter;
    private final Pictures pictures;
    private final ItemId evidence;
    private final Runnable changed;
    private final Map<ItemId, Set<PageMark>> marks = new HashMap<>();
    private int underWay;
    private Optional<Failure> failure = Optional.empty();
    private boolean closed;

    Pages(IntakeModel model, Shutter shutter, Pictures pictures, ItemId evidence, Runnable changed) {
        this.model = model;
        this.shutter = shutter;
        this.pictures = pictures;
        this.evidence = evidence;
        this.changed = changed;
    }

    List<Kept> kept() {
        List<ItemId> items = items();
        List<Kept> kept = new ArrayList<>();
        for (ItemId item : items) {
            kept.add(new Kept(item, kept.size() + 1, turn(item), marks.getOrDefault(item, Set.of())));
        }
        return kept;
    }

    private List<ItemId> items() {
        return model.items("page", evidence);
    }

    private int turn(ItemId item) {
        return model.value(item, Turn.FIELD.text()).map(Turn::of).orElse(0);
    }

    int underWay() {
        return underWay;
    }

    List<Stuck> stuck() {
        return pictures.stuck().of(evidence);
    }

    /** What went wrong last without leaving a photo behind. */
    Optional<Failure> failure() {
        return failure;
    }

    /** How many pages the paper has, where that was said. */
    Optional<Integer> inAll() {
        return model.value(evidence, "EVD-08").flatMap(Value::asNumber);
    }

    void allThere() {
        model.write(evidence, new FieldId("EVD-08"), Value.number(items().size()));
    }

    void take() {
        shutter.take(model.id(), Shot.of(evidence), watcher());
    }

    void pick() {
        shutter.pick(model.id(), Shot.of(evidence), watcher());
    }

    void takeAgain(ItemId page) {
        shutter.take(model.id(), new Shot(evidence, Optional.of(page), false), watcher());
    }

    /** By so many places towards the end; nothing happens at either end. */
    void move(ItemId page, int by) {
        List<ItemId> order = new ArrayList<>(items());
        int from = order.indexOf(page);
        int to = from + by;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, from, to);
        Intake intake = shutter.intake();
        model.save(() -> {
            for (int place = 1; place <= order.size(); place++) {
                intake.write(model.id(), order.get(place - 1), FieldId.ORDER, Value.number(place));
                intake.write(model.id(), order.get(place - 1), NUMBER, Value.number(place));
            }
        });
    }

    /** A quarter to the right. The sealed photo stays as it is: whoever shows it turns it. */
    void turn(Kept page) {
        model.write(page.item(), Turn.FIELD, Turn.quarterAfter(page.turn()));
    }

    void remove(ItemId page) {
        model.remove(page);
    }

    void restore(ItemId page) {
        model.restore(page);
    }

    /** The worker has looked, or has done it; it is not said again. */
    void settle(PageMark mark, ItemId page) {
        Intake intake = shutter.intake();
        pictures.work().run(() -> intake.settle(model.id(), page, mark), this::readMarks, this::fail);
    }

    void tryAgain(Stuck photo) {
        pictures.stuck().remove(photo);
        photo.again(shutter, model.id(), watcher());
    }

    void throwAway(Stuck photo) {
        pictures.work()
                .run(
                        () -> photo.erase(shutter.intake()),
                        () -> {
                            pictures.stuck().remove(photo);
                            changed.run();
                        },
                        this::fail);
    }

    /** What the vault remembers of the pages, and what a kill left behind for this evidence. */
    void read() {
        readMarks();
        pictures.work()
                .ask(
                        () -> shutter.intake().leftovers(),
                        found -> {
                            for (Leftover one : found) {
                                if (one.evidence().equals(evidence)
                                        && one.caseId().equals(model.id())) {
                                    pictures.stuck().add(Stuck.left(one));
                                }
                            }
                            changed.run();
                        },
                        this::fail);
    }

    private void readMarks() {
        List<ItemId> pages = items();
        Intake intake = shutter.intake();
        if (closed) {
            return;
        }
        pictures.work()
                .ask(
                        () -> {
                            Map<ItemId, Set<PageMark>> read = new HashMap<>();
                            for (ItemId page : pages) {
                                read.put(page, intake.marks(model.id(), page));
                            }
                            return read;
                        },
                        read -> {
                            marks.clear();
                            marks.putAll(read);
                            changed.run();
                        },
                        this::fail);
    }

    private void fail(Failure what) {
        failure = Optional.of(what);
        changed.run();
    }

    void open() {
        closed = false;
        read();
    }

    /** The screen is covered or gone; what arrives later is kept all the same. */
    void close() {
        closed = true;
    }

    static Set<PageMark> doubts(Kept page) {
        Set<PageMark> doubts = EnumSet.noneOf(PageMark.class);
        doubts.addAll(page.marks());
        doubts.remove(PageMark.ORIGINAL_ELSEWHERE);
        return doubts;
    }

    private Shutter.Watcher watcher() {
        return new Shutter.Watcher() {
            @Override
            public void preparing() {
                underWay++;
                failure = Optional.empty();
                changed.run();
            }

            @Override
            public void added(ItemId made) {
                underWay--;
                model.reread();
            }

            @Override
            public void stuck(Stuck photo) {
                underWay--;
                pictures.stuck().add(photo);
                changed.run();
            }

            @Override
            public void failed(Failure what) {
                fail(what);
            }

            @Override
            public void cancelled() {}
        };
    }
}
