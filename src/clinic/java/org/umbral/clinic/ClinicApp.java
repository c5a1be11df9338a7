package org.umbral.clinic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.enrol.OneTimeCode;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;

/**
 * The clinic's command: {@code java -jar umbral-clinic.jar [folder]}, and others that {@link Commands} knows. Opens the folder ({@code umbral-clinic} where none is
 * named), listens for phones, serves the pages, and runs until it is stopped. The first start leads to the set-up.
 */
public final class ClinicApp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ClinicApp.class.getName());

    private final ScheduledExecutorService timer;
    private final Clinic clinic;
    private final Pages pages;
    private final int pagesPort;

    private ClinicApp(ScheduledExecutorService timer, Clinic clinic, Pages pages, int pagesPort) {
        this.timer = timer;
        this.clinic = clinic;
        this.pages = pages;
        this.pagesPort = pagesPort;
    }

    /** Of what the libraries say only warnings are worth a line; none of it is about a case. */
    public static void quietLibraries() {
        LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    }

    public static void main(String[] args) throws InterruptedException {
        quietLibraries();
        ConsoleWords words = ConsoleWords.of(Locale.getDefault());
        OptionalInt exit = AuditCommand.isMeant(args)
                ? audit(args, words)
                : commands(words).run(args);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        Path folder = args.length > 0 ? Path.of(args[0]) : Commands.USUAL;
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            ClinicSettings settings = ClinicSettings.read(folder, System.getenv());
            String code = OneTimeCode.next(new SecureRandom());
            PlainLog.begin(folder);
            ClinicApp app = start(folder, settings, Optional.of(code));
            LOG.log(System.Logger.Level.INFO, "started");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                app.close();
                stopped.countDown();
            }));
            app.greeting(words, folder, code).forEach(System.out::println);
        } catch (Failure e) {
            System.err.println(words.whyNot(e));
            System.exit(1);
        }
        stopped.await();
    }

    private static OptionalInt audit(String[] args, ConsoleWords words) {
        Path folder = args.length > 2 ? Path.of(args[2]) : Commands.USUAL;
        try {
            return OptionalInt.of(AuditCommand.run(folder, words, Clock.systemUTC(), System.out::println));
        } catch (TryAgain e) {
            System.err.println(words.whyNot(e));
            return OptionalInt.of(1);
        }
    }

    /** Of the jar that runs; {@code unreleased} where it runs from classes. */
    static String version() {
        return Optional.ofNullable(ClinicApp.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    private static Commands commands(ConsoleWords words) {
        ServiceUnits units = new ServiceUnits(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ServiceUnits.ownJar(),
                Path.of("/etc/systemd/system"),
                System.getProperty("user.name"));
        BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        Reach reach = new Reach(
                words, System.out::println, () -> line(typed), ownAddresses(), System.getenv(), new ReachTry());
        return new Commands(
                words, System.out::println, System.err::println, Clock.systemUTC(), new SecureRandom(), units, reach);
    }

    private static @Nullable String line(BufferedReader typed) {
        try {
            return typed.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    /** Of this machine in its own network. */
    private static List<String> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(one -> one instanceof Inet4Address && one.isSiteLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    /**
     * Opens the clinic and serves phones and pages from its return on. {@code TryAgain("port-in-use")} where another program
     * listens there.
     *
     * @param setUpCode with which the clinic can be set up from elsewhere than this machine
     */
    public static ClinicApp start(Path folder, ClinicSettings settings, Optional<String> setUpCode) throws TryAgain {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "umbral-chores");
            thread.setDaemon(true);
            return thread;
        });
        Clinic clinic = Clinic.open(
                folder,
                settings,
                new Surroundings(clock, random, System::nanoTime, new Disk(), ClinicApp::run, ClinicApp::call, timer));
        Pages pages = new Pages(
                clinic.doors(),
                clock,
                random,
                new PagesSettings(
                        settings.pagesBind(),
                        settings.pagesHosts(),
                        settings.pagesBehindTls(),
                        setUpCode,
                        settings.zone()));
        try {
            clinic.startApi();
            return new ClinicApp(timer, clinic, pages, pages.start(settings.pagesPort()));
        } catch (RuntimeException e) {
            clinic.close();
            timer.shutdownNow();
            throw portInUse(e);
        }
    }

    private static TryAgain portInUse(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new TryAgain("port-in-use", failure);
            }
        }
        throw failure;
    }

    /** What a person who started it needs to know; the code only while it is good for something. */
    List<String> greeting(ConsoleWords words, Path folder, String setUpCode) throws TryAgain {
        List<String> lines = new ArrayList<>(List.of(words.say("up"), words.say("up.pages", pagesAddress())));
        boolean first = !clinic.setUp().isDone();
        if (first) {
            lines.add(words.say("up.code", setUpCode));
        }
        lines.add(words.say("up.phones", Integer.toString(clinic.apiPort())));
        if (!clinic.isReachable()) {
            lines.add(words.say("up.reach", folder));
        }
        lines.add(words.say("up.folder", folder.toAbsolutePath().normalize()));
        if (first) {
            lines.add(words.say("up.first"));
        }
        lines.add(words.say("up.stop"));
        return lines;
    }

    public Clinic clinic() {
        return clinic;
    }

    /** Where a browser on this machine finds the pages. */
    public URI pagesAddress() {
        return URI.create("http://127.0.0.1:" + pagesPort + "/");
    }

    @Override
    public void close() {
        pages.stop();
        clinic.close();
        timer.shutdownNow();
    }

    /** Nothing of keytool's output is anybody's concern but its exit code. */
    private static int run(List<String> command) throws IOException {
        try {
            return quiet(command).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Gives it nothing to read and does not wait for it. */
    static void call(List<String> command) throws IOException {
        quiet(command).getOutputStream().close();
    }

    private static Process quiet(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
