package io.journeystreams.faults;

import io.journeystreams.rig.ProcessorProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Fault T5: a processor starts again with two hours of records to read, and every deadline is over by the clock on the wall.
 * Whoever has bought must not be in the alerts, and whoever has not must be there once, however the processor went down
 * (V12: it was down between a cart and its deadline).
 */
@Timeout(300)
@Execution(ExecutionMode.CONCURRENT)
public class T5BacklogAfterAnOutageIT {

    @Test
    void nobodyWhoHasBoughtIsAlertedAfterACleanStop() throws Exception {
        try (ShopWithAnOutage shop = ShopWithAnOutage.open()) {
            shop.runBefore().stop();
            shop.trade();

            shop.awaitCaughtUp(shop.runAfter());

            shop.assertAlertsAreForCartsLeftAlone();
        }
    }

    @Test
    void nobodyWhoHasBoughtIsAlertedAfterKillsInTheMiddleOfReading() throws Exception {
        try (ShopWithAnOutage shop = ShopWithAnOutage.open()) {
            shop.runBefore().kill();
            shop.trade();

            shop.killInTheMiddle(shop.runAfter());
            shop.killInTheMiddle(shop.runAfter());
            shop.awaitCaughtUp(shop.runAfter());

            shop.assertAlertsAreForCartsLeftAlone();
        }
    }

    @Test
    void nobodyWhoHasBoughtIsAlertedAfterAKillThatTookTheStateAlong() throws Exception {
        try (ShopWithAnOutage shop = ShopWithAnOutage.open()) {
            shop.runBefore().kill();
            shop.deleteState();
            shop.trade();

            ProcessorProcess process = shop.runAfter();
            shop.killInTheMiddle(process);
            shop.deleteState();
            shop.awaitCaughtUp(shop.runAfter());

            shop.assertAlertsAreForCartsLeftAlone();
        }
    }
}
