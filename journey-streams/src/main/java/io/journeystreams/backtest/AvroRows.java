package io.journeystreams.backtest;

import io.journeystreams.contracts.ClickstreamEvent;
import io.journeystreams.contracts.CrmEvent;
import io.journeystreams.intake.RejectionReason;
import io.journeystreams.intake.ReportedEvent;
import io.journeystreams.registry.TrustedAvro;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** An Avro container file of one of our two input contracts, of whatever version. The line is the record's number. */
final class AvroRows implements RowReader {

    private final DataFileStream<? extends SpecificRecord> records;
    private long line;
    private boolean isBroken;

    private AvroRows(DataFileStream<? extends SpecificRecord> records) {
        this.records = records;
    }

    /** @throws IOException if it is not an Avro container, or holds something else */
    static AvroRows open(InputStream in) throws IOException {
        SpecificDatumReader<SpecificRecord> reader =
                new SpecificDatumReader<>(TrustedAvro.modelOf(ClickstreamEvent.class));
        DataFileStream<SpecificRecord> records = new DataFileStream<>(in, reader);
        reader.setExpected(contractOf(records.getSchema()));
        return new AvroRows(records);
    }

    private static Schema contractOf(Schema writer) throws IOException {
        for (Schema contract : new Schema[] {ClickstreamEvent.getClassSchema(), CrmEvent.getClassSchema()}) {
            if (contract.getFullName().equals(writer.getFullName())) {
                return contract;
            }
        }
        throw new IOException("the file holds records of " + writer.getFullName() + "; ClickstreamEvent or CrmEvent of "
                + ClickstreamEvent.getClassSchema().getNamespace() + " are expected");
    }

    @Override
    public Optional<Row> next() {
        if (isBroken) {
            return Optional.empty();
        }
        line++;
        try {
            return records.hasNext() ? Optional.of(rowOf(records.next())) : Optional.empty();
        } catch (AvroRuntimeException e) {
            isBroken = true;
            return Optional.of(new Row.Bad(
                    line,
                    RejectionReason.UNREADABLE,
                    "this record and what follows in the file cannot be read: " + e.getMessage(),
                    ""));
        }
    }

    private Row rowOf(SpecificRecord record) {
        ReportedEvent event =
                record instanceof CrmEvent crm ? ReportedEvent.of(crm) : ReportedEvent.of((ClickstreamEvent) record);
        return new Row.Read(line, event, OptionalLong.empty());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
