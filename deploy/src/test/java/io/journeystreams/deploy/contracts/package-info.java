/** The contracts of the topics in the forms of AsyncAPI and ODCS, made from topics.yaml and the Avro schemas. */
@NullMarked
package io.journeystreams.deploy.contracts;

import org.jspecify.annotations.NullMarked;
