@NullMarked
package io.journeystreams.load.shop;

import org.jspecify.annotations.NullMarked;
