package io.journeystreams.load.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TcpProxyTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int SHORTLY_MS = 200;
    private static final int PATIENTLY_MS = 10_000;

    private final ServerSocket server;
    private final TcpProxy proxy;
    private Socket client = new Socket();
    private Socket accepted = new Socket();

    TcpProxyTest() throws IOException {
        server = new ServerSocket(0, 1, LOOPBACK);
        proxy = TcpProxy.to(server.getLocalPort());
    }

    @BeforeEach
    void connect() throws IOException {
        client = new Socket(LOOPBACK, proxy.port());
        client.setSoTimeout(PATIENTLY_MS);
        accepted = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        accepted.close();
        proxy.close();
        server.close();
    }

    @Test
    void bytesPassInBothDirections() throws IOException {
        assertThat(passed(client, accepted)).isEqualTo(7);
        assertThat(passed(accepted, client)).isEqualTo(7);
    }

    @Test
    void nothingPassesWhileItIsSilentAndAllOfItAfterwards() throws IOException {
        // given
        proxy.silence();
        client.getOutputStream().write(7);
        accepted.setSoTimeout(SHORTLY_MS);
        assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

        // when
        proxy.open();

        // then
        accepted.setSoTimeout(PATIENTLY_MS);
        assertThat(accepted.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void aCutEndsConnectionsAndNewOnesUntilItIsOpenedAgain() throws IOException {
        // when
        proxy.cut();

        // then
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        try (Socket refused = new Socket(LOOPBACK, proxy.port())) {
            refused.setSoTimeout(PATIENTLY_MS);
            assertThat(refused.getInputStream().read()).isEqualTo(-1);
        }
        proxy.open();
        connect();
        assertThat(passed(client, accepted)).isEqualTo(7);
    }

    @Test
    void aSlowNetworkDelaysEveryPiece() throws IOException {
        // given
        proxy.slowDown(Duration.ofMillis(SHORTLY_MS));
        long startNanos = System.nanoTime();

        // when
        int passed = passed(client, accepted);

        // then
        assertThat(passed).isEqualTo(7);
        assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                .isGreaterThanOrEqualTo(Duration.ofMillis(SHORTLY_MS));
    }

    private static int passed(Socket from, Socket to) throws IOException {
        from.getOutputStream().write(7);
        to.setSoTimeout(PATIENTLY_MS);
        return to.getInputStream().read();
    }
}
