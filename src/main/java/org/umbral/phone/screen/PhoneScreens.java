package org.umbral.phone.screen;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.umbral.phone.Intake;
import org.umbral.phone.screen.join.JoinScreen;
import org.umbral.phone.screen.settings.SettingsScreen;
import org.umbral.phone.screen.shell.FingerUp;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.Screen;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.shell.Work;
import org.umbral.phone.screen.unlock.FirstStart;
import org.umbral.phone.screen.unlock.LockScreen;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Words;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Undelivered;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;

/**
 * The door of the screens. Everything is called on the UI thread. On lock the whole scene is thrown away and another one
 * made, so that nothing that can be reached holds words.
 */
public final class PhoneScreens {
    /** The size that the screens are made for; larger ones stretch. */
    public static final double WIDTH = 360;

    public static final double HEIGHT = 640;

    private final PhoneServices services;
    private final Words words;
    private final FingerUp fingerUp;
    private final Work work;
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
    private Consumer<Scene> window = scene -> {};
    private Shell shell;
    private Preferences preferences;
    private boolean refreshing;
    private Optional<Intake> open = Optional.empty();

    public PhoneScreens(PhoneServices services) {
        this.services = services;
        this.preferences = services.preferences();
        this.words =
                Words.of(preferences.language().map(Language::locale).orElseGet(services::locale), services.clock());
        this.fingerUp = new FingerUp(services.ui());
        this.work = new Work(services.background(), fingerUp);
        this.shell = new Shell(Optional.empty(), this::settings);
        services.courier().onProgress(progress -> changed());
    }

    /** Shows the first screen, and gives the window each scene that follows. */
    public void start(Consumer<Scene> theWindow) {
        window = theWindow;
        Look.loadFonts();
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        work.ask(services::vault, this::begin, this::broken);
        services.background().execute(() -> Places.prepare(words));
    }

    private void begin(PhoneServices.Vault vault) {
        switch (vault) {
            case NONE -> fresh(firstStart());
            case LOCKED -> fresh(lockScreen());
            case OPEN -> opened();
        }
    }

    private void broken(Failure failure) {
        fresh(lockScreen());
        shell.toast(words.failure(failure));
    }

    /** Hands over what was typed, throws the scene away, cuts the drafts and closes the vault. Nothing where it is shut. */
    public void lock() {
        open.ifPresent(intake -> {
            open = Optional.empty();
            shell.leaveTop();
            fresh(lockScreen());
            work.run(
                    () -> {
                        try {
                            intake.leaveAll();
                        } finally {
                            services.lock();
                        }
                    },
                    () -> {},
                    failure -> shell.toast(words.failure(failure)));
        });
    }

    /** Empties the phone while it is open; a new passphrase is asked for at once, whatever was typed was handed over. */
    private void cross() {
        open = Optional.empty();
        shell.leaveTop();
        fresh(firstStart());
        work.run(services::forget, () -> shell.toast(words.of("cross.done")), this::broken);
    }

    /** The app ends: nothing ticks any more, and no screen holds words. */
    public void stop() {
        seconds.stop();
        open.ifPresent(intake -> shell.leaveTop());
        open = Optional.empty();
        shell.close();
    }

    /** Makes a new scene with one screen; the scene before is let go. */
    private void fresh(Screen screen) {
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Look.dress(scene, preferences, words);
        fingerUp.watch(scene);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> services.touched());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> services.touched());
        scene.addPostLayoutPulseListener(() -> dropPictures(scene));
        shell.only(screen);
        window.accept(scene);
    }

    /** What scrolls is drawn anew each time: JavaFX keeps pictures of it in a pool that outlives the scene. Before a frame. */
    private static void dropPictures(Scene scene) {
        scene.getRoot().lookupAll(".viewport").forEach(node -> node.setCache(false));
    }

    private Screen firstStart() {
        shell = newShell(Optional.empty());
        return new FirstStart(shell, words, work, services::offerPassphrase, services::create, this::opened);
    }

    private Screen lockScreen() {
        shell = newShell(Optional.empty());
        LockScreen.Vault vault = new LockScreen.Vault() {
            @Override
            public void unlock(Passphrase passphrase) throws Failure {
                services.unlock(passphrase);
            }

            @Override
            public void forget() throws Failure {
                services.forget();
            }

            @Override
            public Undelivered undelivered() throws Failure {
                return services.outbox().undelivered();
            }
        };
        return new LockScreen(shell, words, work, vault, this::unlocked, () -> fresh(firstStart()));
    }

    private Shell newShell(Optional<Runnable> lock) {
        shell.close();
        return new Shell(lock, this::settings);
    }

    private void settings() {
        SettingsScreen settings = new SettingsScreen(shell, words, preferences, this::prefer);
        shell.push(settings);
        work.ask(services::shortCode, code -> code.ifPresent(settings::showCode), failure -> {});
    }

    /** Shows the choice at once, on every screen of the stack, and keeps it for the next start. */
    private void prefer(Preferences chosen) {
        Language wanted = chosen.language().orElseGet(() -> Language.near(services.locale()));
        boolean another = wanted != Language.near(words.locale());
        preferences = chosen;
        if (another) {
            words.speak(wanted);
        }
        Scene scene = shell.root().getScene();
        if (scene != null) {
            Look.dress(scene, preferences, words);
        }
        if (another) {
            shell.again();
        }
        keep(chosen);
    }

    private void keep(Preferences chosen) {
        work.run(() -> services.save(chosen), () -> {}, failure -> shell.toast(words.failure(failure)));
    }

    /** Once a day a volunteer reads what a volunteer does (notice N9). */
    private void unlocked() {
        opened();
        if (!preferences.reminded().equals(Optional.of(words.today()))) {
            preferences = preferences.withReminded(words.today());
            keep(preferences);
            RoleReminder.open(shell, words, work, () -> services.outbox().link());
        }
    }

    /** The vault is open: watch the case store, join where an invitation is given, else show the cases. */
    private void opened() {
        Intake intake = services.intake();
        open = Optional.of(intake);
        intake.onChange(this::changed);
        shell = newShell(Optional.of(this::lock));
        Flows flows = new Flows(services, shell, words, work, intake, this::cross);
        work.ask(
                () -> services.outbox().link().isPresent() ? Optional.<Invitation>empty() : services.invitation(),
                invitation -> {
                    if (invitation.isPresent()) {
                        fresh(join(flows, invitation));
                    } else {
                        fresh(flows.list());
                    }
                    flows.tidy();
                },
                this::broken);
    }

    private Screen join(Flows flows, Optional<Invitation> invitation) {
        return joinScreen(services, shell, words, work, invitation, () -> shell.only(flows.list()));
    }

    static JoinScreen joinScreen(
            PhoneServices services,
            Shell shell,
            Words words,
            Work work,
            Optional<Invitation> invitation,
            Runnable done) {
        JoinScreen.Joiner joiner = given -> {
            services.join(given);
            return services.outbox()
                    .link()
                    .map(ClinicLink::clinicName)
                    .orElseThrow(() -> new Bug("a join files the link before it returns"));
        };
        return new JoinScreen(shell, words, work, invitation, joiner, done, done);
    }

    /** Something was committed or carried; many such calls become one reading. Any thread. */
    private void changed() {
        services.ui().execute(() -> {
            if (!refreshing) {
                refreshing = true;
                services.ui().execute(() -> {
                    refreshing = false;
                    shell.refreshQuietly();
                });
            }
        });
    }

    private void tick() {
        shell.tick();
    }
}
