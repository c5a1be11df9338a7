package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {
    private static final int MACHINES_OWN = 32_768;

    @Test
    void aPortLiesBelowThoseThatTheMachineGivesOutByItselfAndIsGivenOnce() {
        int first = FreePort.take();
        int second = FreePort.take();

        assertThat(first).isBetween(1024, MACHINES_OWN - 1).isNotEqualTo(second);
        assertThat(second).isBetween(1024, MACHINES_OWN - 1);
    }

    @Test
    void aPortThatSomebodyListensOnIsPassedOver() throws Exception {
        int before = FreePort.take();
        try (ServerSocket taken = new ServerSocket(before + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.take()).isNotEqualTo(taken.getLocalPort());
        }
    }
}
