package io.journeystreams.domain.abandonment;

/** A thing that can be left unfinished: a cart, a checkout, a payment. */
public record SubjectKey(Kind kind, String id) {}
