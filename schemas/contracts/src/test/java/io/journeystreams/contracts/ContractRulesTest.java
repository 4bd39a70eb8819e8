package io.journeystreams.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules refuse what they are there to refuse. */
class ContractRulesTest {

    private static final String ID = "{'name':'id','type':'string'}";
    private static final String STATE =
            "{'name':'state','type':{'type':'enum','name':'State','symbols':['UNKNOWN','OPEN'],'default':'UNKNOWN'}}";
    private static final String PRICE =
            "{'name':'price','type':{'type':'bytes','logicalType':'decimal','precision':18,'scale':4}}";
    private static final Schema RELEASED = contract(ID, STATE, PRICE);

    @Test
    void aNewFieldWithADefaultAndANewSymbolAreAllowed() {
        // given
        Schema changed = contract(
                ID, STATE.replace("'OPEN'", "'OPEN','CLOSED'"), PRICE, "{'name':'n','type':'int','default':0}");

        // then
        assertThat(breaches(changed)).isEmpty();
    }

    @Test
    void aRemovedFieldWithoutDefaultIsRefused() {
        assertThat(breaches(contract(STATE, PRICE)))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "id");
    }

    @Test
    void aNewFieldWithoutDefaultIsRefused() {
        assertThat(breaches(contract(ID, STATE, PRICE, "{'name':'n','type':'int'}")))
                .singleElement()
                .asString()
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "n");
    }

    @Test
    void aRenamedSymbolIsRefusedWithAndWithoutDefault() {
        // given
        String renamed = STATE.replace("'OPEN'", "'STARTED'");

        // then
        assertThat(breaches(contract(ID, renamed, PRICE))).containsExactly("R.state lost a symbol of v1");
        assertThat(breaches(contract(ID, renamed.replace(",'default':'UNKNOWN'", ""), PRICE)))
                .anyMatch(breach -> breach.contains("MISSING_ENUM_SYMBOLS"));
    }

    @Test
    void anotherTypeIsRefused() {
        assertThat(breaches(contract("{'name':'id','type':'int'}", STATE, PRICE)))
                .hasSize(2)
                .allMatch(breach -> breach.contains("TYPE_MISMATCH"));
    }

    @Test
    void anotherScaleIsRefusedAlthoughAvroWouldReadIt() {
        assertThat(breaches(contract(ID, STATE, PRICE.replace("'scale':4", "'scale':2"))))
                .containsExactly("R.price was decimal(18,4) in v1 and is decimal(18,2)");
    }

    @Test
    void aContractWithoutFrozenCopyIsRefused() {
        assertThat(ContractRules.releaseBreaches(RELEASED, Map.of())).isEqualTo(List.of("R has no frozen copy"));
    }

    @Test
    void everyReleasedVersionCountsNotOnlyTheLatest() {
        // given
        Schema second = contract(ID, STATE, PRICE, "{'name':'n','type':'int','default':0}");
        Schema third = contract(ID, STATE, PRICE, "{'name':'n','type':'int'}");

        // when
        List<String> breaches = ContractRules.releaseBreaches(third, Map.of("v1", RELEASED, "v2", second));

        // then
        assertThat(breaches).singleElement().asString().startsWith("v1 by today's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{'name':'kind','type':{'type':'enum','name':'K','symbols':['A']}}; R.kind is an enum without a default symbol",
                "{'name':'startedAt','type':'long'}; R.startedAt is a time and no timestamp-millis",
                "{'name':'endedAt','type':['null','long']}; R.endedAt|long is a time and no timestamp-millis",
                "{'name':'deadline','type':{'type':'long','logicalType':'timestamp-micros'}};"
                        + " R.deadline is a time and no timestamp-millis",
                "{'name':'unitPrice','type':'double'}; R.unitPrice is money and no decimal",
                "{'name':'total','type':['null','bytes']}; R.total|bytes is money and no decimal"
            })
    void aContractOfAnotherFormIsRefused(String field, String breach) {
        assertThat(ContractRules.formBreaches(contract(field))).containsExactly(breach);
    }

    private static List<String> breaches(Schema changed) {
        return ContractRules.releaseBreaches(changed, Map.of("v1", RELEASED));
    }

    private static Schema contract(String... fields) {
        return new Schema.Parser()
                .parse(("{'type':'record','name':'R','fields':[" + String.join(",", fields) + "]}").replace('\'', '"'));
    }
}
