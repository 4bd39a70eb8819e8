package io.journeystreams.sink;

import io.journeystreams.local.broker.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A real PostgreSQL server on loopback, of a directory that is deleted at the end. It ends with this process at the latest, unless that is
 * killed. PostgreSQL refuses to run as root: started by root it runs as the user nobody.
 */
final class PostgresServer implements AutoCloseable {

    static final String USER = "journey";
    private static final String SUBSTITUTE = "nobody";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final int port;
    private final Process process;
    private final Thread atExit = new Thread(this::stop);

    private PostgresServer(Path directory, int port) throws IOException {
        this.directory = directory;
        this.port = port;
        PostgresBinaries.unpack(directory);
        Path data = Files.createDirectory(directory.resolve("data"));
        if (isRoot()) {
            Files.setOwner(data, substitute());
        }
        run("bin/initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        process = start(
                "bin/postgres",
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=16MB",
                "-c",
                "max_connections=20",
                "-c",
                "fsync=off");
        Runtime.getRuntime().addShutdownHook(atExit);
        awaitAnswer();
    }

    /** Returns when it takes connections. */
    static PostgresServer start() throws IOException {
        Path directory = Files.createTempDirectory("postgres");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new PostgresServer(directory, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = LoopbackPort.open()) {
            return socket.getLocalPort();
        }
    }

    /** A new database with the tables and views of the sink. */
    String databaseWithTables(String name) throws SQLException, IOException {
        String url = emptyDatabase(name);
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            for (String file : List.of("schema.sql", "views.sql")) {
                statement.execute(Files.readString(Path.of(file)));
            }
        }
        return url;
    }

    String emptyDatabase(String name) throws SQLException {
        try (Connection connection = connect(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url(name);
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, USER, "");
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        stop();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            delete(directory);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswer() {
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(() -> {
            try (Connection connection = connect(url("postgres"))) {
                return connection.isValid(1);
            }
        });
    }

    private void run(String... command) throws IOException {
        try {
            Process running = start(command);
            boolean hasEnded = running.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (!hasEnded || running.exitValue() != 0) {
                throw new IllegalStateException(command[0] + ": " + Files.readString(log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Process start(String... command) throws IOException {
        List<String> whole = new ArrayList<>();
        if (isRoot()) {
            whole.addAll(List.of(
                    "setpriv", "--reuid=" + substituteId("uid"), "--regid=" + substituteId("gid"), "--clear-groups"));
        }
        whole.addAll(List.of(command));
        int program = whole.size() - command.length;
        whole.set(program, directory.resolve(command[0]).toString());
        return new ProcessBuilder(whole)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() {
        return directory.resolve("server.txt");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private UserPrincipal substitute() throws IOException {
        return directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SUBSTITUTE);
    }

    private Object substituteId(String attribute) throws IOException {
        return Files.getAttribute(directory.resolve("data"), "unix:" + attribute);
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
