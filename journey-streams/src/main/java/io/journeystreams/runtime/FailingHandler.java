package io.journeystreams.runtime;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to exceptions in processing, reading and writing: they are logged by kind and position, without texts that
 * may quote the payload, and the thread fails, so that the transaction is undone and the record is tried again. Bad data
 * never comes here; it has become a dead letter before.
 */
public final class FailingHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailingHandler.class);

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing can be set
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        log("deserialize", context, exception);
        return DeserializationExceptionHandler.Response.fail();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        log("process", context, exception);
        return ProcessingExceptionHandler.Response.fail();
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        log("send", context, exception);
        return ProductionExceptionHandler.Response.fail();
    }

    @SuppressWarnings("rawtypes") // the interface is declared so
    @Override
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        log("serialize", context, exception);
        return ProductionExceptionHandler.Response.fail();
    }

    private static void log(String step, ErrorHandlerContext context, Exception exception) {
        LOG.atError()
                .addKeyValue("step", step)
                .addKeyValue("failure", exception.getClass().getName())
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .log("a step of a record failed");
    }
}
