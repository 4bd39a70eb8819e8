/** Who a profile is: links of devices to customers, profiles that go on in another one, erasure (rules I1 to I8). */
@NullMarked
package io.journeystreams.domain.identity;

import org.jspecify.annotations.NullMarked;
