-- Tables of the sink: one a topic, one column a field. May be run again, and adds the columns that are new then.
-- Generated from the Avro contracts; to write it anew:
--   mvn -q package -pl deploy/examples/postgres-sink -am -Dtest=DdlTest -Dsurefire.failIfNoSpecifiedTests=false -Dregenerate.docs=true

create schema if not exists journey;

create table if not exists journey.sink_offset (
    topic text not null,
    kafka_partition integer not null,
    next_offset bigint,
    primary key (topic, kafka_partition));
comment on table journey.sink_offset is 'How far the sink has come; written in the transaction that writes the rows.';
comment on column journey.sink_offset.next_offset is 'Offset of the next record to be written; null before the first.';

-- Topic journey.sessions
create table if not exists journey.sessions (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    session_id text not null,
    revision integer not null,
    primary key (session_id, revision));
alter table journey.sessions
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists supersedes text[],
    add column if not exists emitted_at timestamptz not null,
    add column if not exists device_id text not null,
    add column if not exists device text,
    add column if not exists started_at timestamptz not null,
    add column if not exists ended_at timestamptz not null,
    add column if not exists duration_ms bigint not null,
    add column if not exists events integer not null,
    add column if not exists views integer not null,
    add column if not exists engaged boolean not null,
    add column if not exists entry_page text,
    add column if not exists exit_page text,
    add column if not exists entry_channel text,
    add column if not exists entry_campaign text,
    add column if not exists touches text[],
    add column if not exists stages text[],
    add column if not exists cart_value numeric(18, 4),
    add column if not exists converted boolean not null,
    add column if not exists order_value numeric(18, 4),
    add column if not exists currency text,
    add column if not exists bot boolean,
    add column if not exists end_reason text;
create index if not exists sessions_profile on journey.sessions (profile);
create index if not exists sessions_supersedes on journey.sessions using gin (supersedes);
comment on table journey.sessions is 'A session of one customer on one device: started, closed or corrected. Topic journey.sessions; the highest revision of a sessionId is valid.';
comment on column journey.sessions.kafka_timestamp is 'When the broker took the record.';
comment on column journey.sessions.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.sessions.tenant is 'Whose shop.';
comment on column journey.sessions.schema_version is 'Version of this contract.';
comment on column journey.sessions.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.sessions.session_id is 'Derived from the first event known when the session was first published; never changes.';
comment on column journey.sessions.revision is '1 at the start, one more with each record.';
comment on column journey.sessions.state is 'Where the session stands.';
comment on column journey.sessions.supersedes is 'Ids of sessions that are now part of this one.';
comment on column journey.sessions.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.sessions.device_id is 'The device: anonymousId, or the kind of device where the visitor had none.';
comment on column journey.sessions.device is 'Kind of device.';
comment on column journey.sessions.started_at is 'First event.';
comment on column journey.sessions.ended_at is 'Last event so far.';
comment on column journey.sessions.duration_ms is 'endedAt − startedAt, milliseconds.';
comment on column journey.sessions.events is 'Interactive events.';
comment on column journey.sessions.views is 'Page and product views.';
comment on column journey.sessions.engaged is 'At least 10 s, two views, or a key event (cart, checkout, payment, order, form, login).';
comment on column journey.sessions.entry_page is 'Address of the first page.';
comment on column journey.sessions.exit_page is 'Address of the last page.';
comment on column journey.sessions.entry_channel is 'Channel of the first event that names one.';
comment on column journey.sessions.entry_campaign is 'Campaign of the first event that names one.';
comment on column journey.sessions.touches is 'All channels seen, in order, each once.';
comment on column journey.sessions.stages is 'Stages seen.';
comment on column journey.sessions.cart_value is 'Value of the customer''s carts after the last event.';
comment on column journey.sessions.converted is 'An order was placed in it.';
comment on column journey.sessions.order_value is 'Total of the orders placed in it.';
comment on column journey.sessions.currency is 'ISO 4217 code of the values.';
comment on column journey.sessions.bot is 'Taken for a machine.';
comment on column journey.sessions.end_reason is 'Why the session ended.';

-- Topic journey.stage-transitions
create table if not exists journey.stage_transitions (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    transition_id text not null,
    revision integer not null,
    primary key (transition_id, revision));
alter table journey.stage_transitions
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists supersedes text[],
    add column if not exists emitted_at timestamptz not null,
    add column if not exists layer text not null,
    add column if not exists from_stage text,
    add column if not exists to_stage text not null,
    add column if not exists direction text not null,
    add column if not exists occurred_at timestamptz not null,
    add column if not exists rule text not null,
    add column if not exists evidence text[],
    add column if not exists time_spent_ms bigint,
    add column if not exists visit bigint not null,
    add column if not exists mission_id text,
    add column if not exists mission_number bigint,
    add column if not exists entry_channel text,
    add column if not exists entry_device text,
    add column if not exists segment text,
    add column if not exists channel text,
    add column if not exists device text,
    add column if not exists value numeric(18, 4),
    add column if not exists currency text,
    add column if not exists conformant boolean not null,
    add column if not exists goal_reached boolean not null,
    add column if not exists buyer_journey boolean not null,
    add column if not exists reason text;
create index if not exists stage_transitions_profile on journey.stage_transitions (profile);
create index if not exists stage_transitions_supersedes on journey.stage_transitions using gin (supersedes);
comment on table journey.stage_transitions is 'A customer''s move from one stage to another. Topic journey.stage-transitions; the highest revision of a transitionId is valid, unless another transition supersedes it.';
comment on column journey.stage_transitions.kafka_timestamp is 'When the broker took the record.';
comment on column journey.stage_transitions.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.stage_transitions.tenant is 'Whose shop.';
comment on column journey.stage_transitions.schema_version is 'Version of this contract.';
comment on column journey.stage_transitions.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.stage_transitions.transition_id is 'Derived from layer, stage and the event that completed the evidence; never changes.';
comment on column journey.stage_transitions.revision is '1 when first stated, one more with each record; the highest is valid.';
comment on column journey.stage_transitions.state is 'Where it stands.';
comment on column journey.stage_transitions.supersedes is 'Ids of what had been published and, as is known now, did not happen: this takes their place.';
comment on column journey.stage_transitions.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.stage_transitions.layer is 'Which layer moved.';
comment on column journey.stage_transitions.from_stage is 'The stage before; null at the beginning of a layer.';
comment on column journey.stage_transitions.to_stage is 'The stage entered, or DISCONTINUED, COMPLETED, LAPSED, CHURNED, REACTIVATED.';
comment on column journey.stage_transitions.direction is 'Which way it went.';
comment on column journey.stage_transitions.occurred_at is 'Event time.';
comment on column journey.stage_transitions.rule is 'Name of the rule that fired: of the evidence in the model, or silence, goal, refund, cancellation, next-order.';
comment on column journey.stage_transitions.evidence is 'Ids of the events that it rests on, the last one last.';
comment on column journey.stage_transitions.time_spent_ms is 'In the stage before, milliseconds.';
comment on column journey.stage_transitions.visit is 'Number of the visit; 0 before the first.';
comment on column journey.stage_transitions.mission_id is 'The shopping under way, derived from its first event.';
comment on column journey.stage_transitions.mission_number is 'How many missions the customer has begun, this one included.';
comment on column journey.stage_transitions.entry_channel is 'Channel by which the mission began.';
comment on column journey.stage_transitions.entry_device is 'Kind of device on which the mission began.';
comment on column journey.stage_transitions.segment is 'Who began the mission: new_visitor, returning_visitor, customer, repeat_customer.';
comment on column journey.stage_transitions.channel is 'Channel of the event, else the one by which the mission began.';
comment on column journey.stage_transitions.device is 'Kind of device.';
comment on column journey.stage_transitions.value is 'Of the order that reaches the goal; for a mission, else of what was in the carts; null where a price is missing.';
comment on column journey.stage_transitions.currency is 'ISO 4217 code of the value.';
comment on column journey.stage_transitions.conformant is 'The model allows this move.';
comment on column journey.stage_transitions.goal_reached is 'The mission reached its goal with it.';
comment on column journey.stage_transitions.buyer_journey is 'The customer has an order that was kept.';
comment on column journey.stage_transitions.reason is 'Why a mission was discontinued: the friction that came within 48 h of the last touch, or SILENCE.';

-- Topic journey.abandonment
create table if not exists journey.abandonment (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    alert_id text not null,
    revision integer not null,
    primary key (alert_id, revision));
alter table journey.abandonment
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists kind text not null,
    add column if not exists subject_id text not null,
    add column if not exists cart_id text,
    add column if not exists checkout_id text,
    add column if not exists order_id text,
    add column if not exists query text,
    add column if not exists form_id text,
    add column if not exists arm_seq integer not null,
    add column if not exists step integer,
    add column if not exists armed_at timestamptz not null,
    add column if not exists last_activity_at timestamptz not null,
    add column if not exists deadline timestamptz not null,
    add column if not exists emitted_at timestamptz not null,
    add column if not exists lines jsonb,
    add column if not exists total numeric(18, 4),
    add column if not exists currency text,
    add column if not exists actionable boolean not null,
    add column if not exists reason text,
    add column if not exists not_before timestamptz,
    add column if not exists recovered_at timestamptz,
    add column if not exists recovered_after_minutes bigint,
    add column if not exists via_link boolean,
    add column if not exists recovery_link text,
    add column if not exists checkout_step text,
    add column if not exists last_error text,
    add column if not exists error_hardness text,
    add column if not exists attempts integer,
    add column if not exists payment_method text,
    add column if not exists session_id text,
    add column if not exists device_id text,
    add column if not exists device text,
    add column if not exists channel text,
    add column if not exists stage text,
    add column if not exists lifecycle text,
    add column if not exists contact jsonb,
    add column if not exists consent_basis text,
    add column if not exists evidence jsonb;
create index if not exists abandonment_profile on journey.abandonment (profile);
comment on table journey.abandonment is 'Something left unfinished, and what became of it. Topics journey.abandonment (every fact) and journey.abandonment-actions (what may be acted on, and its retractions). Dedupe on alertId + revision.';
comment on column journey.abandonment.kafka_timestamp is 'When the broker took the record.';
comment on column journey.abandonment.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.abandonment.tenant is 'Whose shop.';
comment on column journey.abandonment.schema_version is 'Version of this contract.';
comment on column journey.abandonment.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.abandonment.alert_id is 'Derived from tenant, kind and arming event; the same on every replay.';
comment on column journey.abandonment.revision is '1 when abandoned, one more with each record.';
comment on column journey.abandonment.state is 'Where the alert stands.';
comment on column journey.abandonment.kind is 'What was left unfinished.';
comment on column journey.abandonment.subject_id is 'The cart, checkout or order; the query of a search, the product looked at, the form.';
comment on column journey.abandonment.cart_id is 'The cart concerned, where the source names its carts.';
comment on column journey.abandonment.checkout_id is 'The checkout concerned.';
comment on column journey.abandonment.order_id is 'The order concerned.';
comment on column journey.abandonment.query is 'What was searched for, in lower case.';
comment on column journey.abandonment.form_id is 'The form concerned.';
comment on column journey.abandonment.arm_seq is 'How often the subject has been armed, from 1.';
comment on column journey.abandonment.step is 'Reminder step, from 1.';
comment on column journey.abandonment.armed_at is 'Event time of the arming event.';
comment on column journey.abandonment.last_activity_at is 'Last interactive activity before the deadline.';
comment on column journey.abandonment.deadline is 'Event time at which the subject counts as abandoned; the same in all revisions.';
comment on column journey.abandonment.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.abandonment.lines is 'What was left, with names, quantities and prices; of kind BROWSE the products looked at, the last first.';
comment on column journey.abandonment.total is 'Sum of the lines; null where a price is missing or currencies differ.';
comment on column journey.abandonment.currency is 'ISO 4217 code of the total.';
comment on column journey.abandonment.actionable is 'May be acted on.';
comment on column journey.abandonment.reason is 'Why the record may not be acted on, or why the alert was taken back; NONE otherwise.';
comment on column journey.abandonment.not_before is 'Do not contact the customer earlier.';
comment on column journey.abandonment.recovered_at is 'Event time of the purchase that recovered it.';
comment on column journey.abandonment.recovered_after_minutes is 'Whole minutes from the deadline to that purchase.';
comment on column journey.abandonment.via_link is 'The customer came back by the link of the reminder.';
comment on column journey.abandonment.recovery_link is 'Link back to the cart; carries the alert id.';
comment on column journey.abandonment.checkout_step is 'Last checkout step completed.';
comment on column journey.abandonment.last_error is 'Last payment error.';
comment on column journey.abandonment.error_hardness is 'hard or soft.';
comment on column journey.abandonment.attempts is 'Payment attempts that failed.';
comment on column journey.abandonment.payment_method is 'card, wallet or transfer.';
comment on column journey.abandonment.session_id is 'Session of the last activity.';
comment on column journey.abandonment.device_id is 'Device of the last activity.';
comment on column journey.abandonment.device is 'Kind of that device.';
comment on column journey.abandonment.channel is 'Entry channel of that session.';
comment on column journey.abandonment.stage is 'Stage of the mission.';
comment on column journey.abandonment.lifecycle is 'Stage of the customer.';
comment on column journey.abandonment.contact is 'Addresses that may be used, by channel: email, phone, push; only where actionable. Null where none is known: the customer''s id is enough then.';
comment on column journey.abandonment.consent_basis is 'On what ground the customer may be contacted: opt-in, existing-customer or none; only where actionable.';
comment on column journey.abandonment.evidence is 'The arming event and those that followed, with where they stand in the input.';

-- Topic journey.abandonment-actions
create table if not exists journey.abandonment_actions (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    alert_id text not null,
    revision integer not null,
    primary key (alert_id, revision));
alter table journey.abandonment_actions
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists kind text not null,
    add column if not exists subject_id text not null,
    add column if not exists cart_id text,
    add column if not exists checkout_id text,
    add column if not exists order_id text,
    add column if not exists query text,
    add column if not exists form_id text,
    add column if not exists arm_seq integer not null,
    add column if not exists step integer,
    add column if not exists armed_at timestamptz not null,
    add column if not exists last_activity_at timestamptz not null,
    add column if not exists deadline timestamptz not null,
    add column if not exists emitted_at timestamptz not null,
    add column if not exists lines jsonb,
    add column if not exists total numeric(18, 4),
    add column if not exists currency text,
    add column if not exists actionable boolean not null,
    add column if not exists reason text,
    add column if not exists not_before timestamptz,
    add column if not exists recovered_at timestamptz,
    add column if not exists recovered_after_minutes bigint,
    add column if not exists via_link boolean,
    add column if not exists recovery_link text,
    add column if not exists checkout_step text,
    add column if not exists last_error text,
    add column if not exists error_hardness text,
    add column if not exists attempts integer,
    add column if not exists payment_method text,
    add column if not exists session_id text,
    add column if not exists device_id text,
    add column if not exists device text,
    add column if not exists channel text,
    add column if not exists stage text,
    add column if not exists lifecycle text,
    add column if not exists contact jsonb,
    add column if not exists consent_basis text,
    add column if not exists evidence jsonb;
create index if not exists abandonment_actions_profile on journey.abandonment_actions (profile);
comment on table journey.abandonment_actions is 'Something left unfinished, and what became of it. Topics journey.abandonment (every fact) and journey.abandonment-actions (what may be acted on, and its retractions). Dedupe on alertId + revision.';
comment on column journey.abandonment_actions.kafka_timestamp is 'When the broker took the record.';
comment on column journey.abandonment_actions.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.abandonment_actions.tenant is 'Whose shop.';
comment on column journey.abandonment_actions.schema_version is 'Version of this contract.';
comment on column journey.abandonment_actions.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.abandonment_actions.alert_id is 'Derived from tenant, kind and arming event; the same on every replay.';
comment on column journey.abandonment_actions.revision is '1 when abandoned, one more with each record.';
comment on column journey.abandonment_actions.state is 'Where the alert stands.';
comment on column journey.abandonment_actions.kind is 'What was left unfinished.';
comment on column journey.abandonment_actions.subject_id is 'The cart, checkout or order; the query of a search, the product looked at, the form.';
comment on column journey.abandonment_actions.cart_id is 'The cart concerned, where the source names its carts.';
comment on column journey.abandonment_actions.checkout_id is 'The checkout concerned.';
comment on column journey.abandonment_actions.order_id is 'The order concerned.';
comment on column journey.abandonment_actions.query is 'What was searched for, in lower case.';
comment on column journey.abandonment_actions.form_id is 'The form concerned.';
comment on column journey.abandonment_actions.arm_seq is 'How often the subject has been armed, from 1.';
comment on column journey.abandonment_actions.step is 'Reminder step, from 1.';
comment on column journey.abandonment_actions.armed_at is 'Event time of the arming event.';
comment on column journey.abandonment_actions.last_activity_at is 'Last interactive activity before the deadline.';
comment on column journey.abandonment_actions.deadline is 'Event time at which the subject counts as abandoned; the same in all revisions.';
comment on column journey.abandonment_actions.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.abandonment_actions.lines is 'What was left, with names, quantities and prices; of kind BROWSE the products looked at, the last first.';
comment on column journey.abandonment_actions.total is 'Sum of the lines; null where a price is missing or currencies differ.';
comment on column journey.abandonment_actions.currency is 'ISO 4217 code of the total.';
comment on column journey.abandonment_actions.actionable is 'May be acted on.';
comment on column journey.abandonment_actions.reason is 'Why the record may not be acted on, or why the alert was taken back; NONE otherwise.';
comment on column journey.abandonment_actions.not_before is 'Do not contact the customer earlier.';
comment on column journey.abandonment_actions.recovered_at is 'Event time of the purchase that recovered it.';
comment on column journey.abandonment_actions.recovered_after_minutes is 'Whole minutes from the deadline to that purchase.';
comment on column journey.abandonment_actions.via_link is 'The customer came back by the link of the reminder.';
comment on column journey.abandonment_actions.recovery_link is 'Link back to the cart; carries the alert id.';
comment on column journey.abandonment_actions.checkout_step is 'Last checkout step completed.';
comment on column journey.abandonment_actions.last_error is 'Last payment error.';
comment on column journey.abandonment_actions.error_hardness is 'hard or soft.';
comment on column journey.abandonment_actions.attempts is 'Payment attempts that failed.';
comment on column journey.abandonment_actions.payment_method is 'card, wallet or transfer.';
comment on column journey.abandonment_actions.session_id is 'Session of the last activity.';
comment on column journey.abandonment_actions.device_id is 'Device of the last activity.';
comment on column journey.abandonment_actions.device is 'Kind of that device.';
comment on column journey.abandonment_actions.channel is 'Entry channel of that session.';
comment on column journey.abandonment_actions.stage is 'Stage of the mission.';
comment on column journey.abandonment_actions.lifecycle is 'Stage of the customer.';
comment on column journey.abandonment_actions.contact is 'Addresses that may be used, by channel: email, phone, push; only where actionable. Null where none is known: the customer''s id is enough then.';
comment on column journey.abandonment_actions.consent_basis is 'On what ground the customer may be contacted: opt-in, existing-customer or none; only where actionable.';
comment on column journey.abandonment_actions.evidence is 'The arming event and those that followed, with where they stand in the input.';

-- Topic journey.moments
create table if not exists journey.moments (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    moment_id text not null,
    revision integer not null,
    primary key (moment_id, revision));
alter table journey.moments
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists supersedes text[],
    add column if not exists emitted_at timestamptz not null,
    add column if not exists moment text not null,
    add column if not exists occurred_at timestamptz not null,
    add column if not exists since_at timestamptz,
    add column if not exists delay_ms bigint,
    add column if not exists evidence text not null,
    add column if not exists order_id text,
    add column if not exists tier text,
    add column if not exists tier_before text,
    add column if not exists contact jsonb;
create index if not exists moments_profile on journey.moments (profile);
create index if not exists moments_supersedes on journey.moments using gin (supersedes);
comment on table journey.moments is 'A moment at which a word to the customer is in place, or of a contact with the service, with its measured delay. Topic journey.moments; the highest revision of a momentId is valid.';
comment on column journey.moments.kafka_timestamp is 'When the broker took the record.';
comment on column journey.moments.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.moments.tenant is 'Whose shop.';
comment on column journey.moments.schema_version is 'Version of this contract.';
comment on column journey.moments.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.moments.moment_id is 'Derived from the kind and the event that brought it; never changes.';
comment on column journey.moments.revision is '1 when first stated, one more with each record; the highest is valid.';
comment on column journey.moments.state is 'Where it stands.';
comment on column journey.moments.supersedes is 'Ids of what had been published and, as is known now, did not happen: this takes their place.';
comment on column journey.moments.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.moments.moment is 'thank-you, surprise-window, review, loyalty-tier, win-back; promise-breached, contact-ended, repeat-contact, solved-at-first-contact.';
comment on column journey.moments.occurred_at is 'Event time.';
comment on column journey.moments.since_at is 'When the measured delay began; null where that is not known.';
comment on column journey.moments.delay_ms is 'From sinceAt to occurredAt, milliseconds.';
comment on column journey.moments.evidence is 'The event that brought it, or from which it was counted.';
comment on column journey.moments.order_id is 'The order.';
comment on column journey.moments.tier is 'Tier that the customer came into.';
comment on column journey.moments.tier_before is 'Tier before; null if there was none.';
comment on column journey.moments.contact is 'Of moments of the service.';

-- Topic journey.friction
create table if not exists journey.friction (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    friction_id text not null,
    revision integer not null,
    primary key (friction_id, revision));
alter table journey.friction
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists supersedes text[],
    add column if not exists emitted_at timestamptz not null,
    add column if not exists kind text not null,
    add column if not exists occurred_at timestamptz not null,
    add column if not exists evidence text not null,
    add column if not exists value_lost numeric(18, 4),
    add column if not exists currency text,
    add column if not exists stage text,
    add column if not exists mission_id text,
    add column if not exists channel text,
    add column if not exists device text,
    add column if not exists detail text,
    add column if not exists visit bigint not null;
create index if not exists friction_profile on journey.friction (profile);
create index if not exists friction_supersedes on journey.friction using gin (supersedes);
comment on table journey.friction is 'Something that stood in a customer''s way. Topic journey.friction; the highest revision of a frictionId is valid.';
comment on column journey.friction.kafka_timestamp is 'When the broker took the record.';
comment on column journey.friction.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.friction.tenant is 'Whose shop.';
comment on column journey.friction.schema_version is 'Version of this contract.';
comment on column journey.friction.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.friction.friction_id is 'Derived from the kind and the event; never changes.';
comment on column journey.friction.revision is '1 when first stated, one more with each record; the highest is valid.';
comment on column journey.friction.state is 'Where it stands.';
comment on column journey.friction.supersedes is 'Ids of what had been published and, as is known now, did not happen: this takes their place.';
comment on column journey.friction.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.friction.kind is 'What it was.';
comment on column journey.friction.occurred_at is 'Event time.';
comment on column journey.friction.evidence is 'The event; of a breach, the one that opened the contact.';
comment on column journey.friction.value_lost is 'What was in the customer''s carts; null where a price is missing. What was bought later all the same is not taken off.';
comment on column journey.friction.currency is 'ISO 4217 code of the value.';
comment on column journey.friction.stage is 'Stage of the mission at the time.';
comment on column journey.friction.mission_id is 'The shopping under way.';
comment on column journey.friction.channel is 'Channel of the event, else the one by which the mission began.';
comment on column journey.friction.device is 'Kind of device.';
comment on column journey.friction.detail is 'The error, the stage gone back to, the channel of the contact.';
comment on column journey.friction.visit is 'Number of the visit; 0 before the first.';

-- Topic journey.churn-risk
create table if not exists journey.churn_risk (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    alert_id text not null,
    revision integer not null,
    primary key (alert_id, revision));
alter table journey.churn_risk
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists kind text not null,
    add column if not exists level integer not null,
    add column if not exists risk double precision not null,
    add column if not exists horizon_days double precision,
    add column if not exists decay double precision,
    add column if not exists p_buy double precision,
    add column if not exists p_alive double precision,
    add column if not exists x integer,
    add column if not exists tx double precision,
    add column if not exists t double precision,
    add column if not exists armed_by text not null,
    add column if not exists deadline timestamptz not null,
    add column if not exists escalated_at timestamptz,
    add column if not exists cleared_at timestamptz,
    add column if not exists cleared_by text,
    add column if not exists emitted_at timestamptz not null,
    add column if not exists value_at_risk numeric(18, 4),
    add column if not exists currency text,
    add column if not exists drivers jsonb,
    add column if not exists model text not null,
    add column if not exists parameters_version text not null,
    add column if not exists cohort text,
    add column if not exists actionable boolean not null,
    add column if not exists reason text,
    add column if not exists lifecycle text,
    add column if not exists open_issues integer,
    add column if not exists last_touch_at timestamptz,
    add column if not exists last_touch_channel text,
    add column if not exists effective_at timestamptz,
    add column if not exists feedback text;
create index if not exists churn_risk_profile on journey.churn_risk (profile);
comment on table journey.churn_risk is 'A customer may be leaving, and what became of it. Topic journey.churn-risk. Dedupe on alertId + revision; the highest revision is valid.';
comment on column journey.churn_risk.kafka_timestamp is 'When the broker took the record.';
comment on column journey.churn_risk.profile is 'Profile key, also the record key: c:<customerId>.';
comment on column journey.churn_risk.tenant is 'Whose shop.';
comment on column journey.churn_risk.schema_version is 'Version of this contract.';
comment on column journey.churn_risk.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.churn_risk.alert_id is 'Derived from tenant, kind and arming event; the same on every replay.';
comment on column journey.churn_risk.revision is '1 when it fires, one more with each record.';
comment on column journey.churn_risk.state is 'FIRING while the customer may be leaving, CLEARED when that is over, RETRACTED when it was none.';
comment on column journey.churn_risk.kind is 'NON_CONTRACTUAL: silence lasts longer than it used to; CONTRACTUAL: signals add up; VOLUNTARY: the customer has asked to cancel; INVOLUNTARY: a renewal could not be charged.';
comment on column journey.churn_risk.level is '1 when it fires, higher when it has escalated; of kind INVOLUNTARY the number of attempts.';
comment on column journey.churn_risk.risk is 'Probability of no purchase, or of the end of the contract, within the horizon, 0 to 1; 1 where it is certain. As of the last record of state FIRING, like all that follows from it.';
comment on column journey.churn_risk.horizon_days is 'How far ahead the risk looks, days; null where nothing is predicted.';
comment on column journey.churn_risk.decay is 'Share that pBuy has lost since the last order, 0 to 1; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.p_buy is 'Probability of a purchase within the horizon, 1 - risk; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.p_alive is 'Probability that the customer has not left; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.x is 'Days with an order after the first one; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.tx is 'From the first order to the last, weeks; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.t is 'From the first order to the time of the score, weeks; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.armed_by is 'Id of the arming event: the last order, or the event of the contract.';
comment on column journey.churn_risk.deadline is 'Event time at which it fires; the same in all revisions.';
comment on column journey.churn_risk.escalated_at is 'Event time at which it escalated.';
comment on column journey.churn_risk.cleared_at is 'Event time at which it was over.';
comment on column journey.churn_risk.cleared_by is 'Id of the event that ended it; null where time did.';
comment on column journey.churn_risk.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.churn_risk.value_at_risk is 'What is expected to be lost within the horizon; null where no value is known.';
comment on column journey.churn_risk.currency is 'ISO 4217 code of the value at risk.';
comment on column journey.churn_risk.drivers is 'The largest contribution first.';
comment on column journey.churn_risk.model is 'Model that the score comes from.';
comment on column journey.churn_risk.parameters_version is 'Version of its parameters or weights.';
comment on column journey.churn_risk.cohort is 'Cohort whose parameters these are, all for those of all customers; of kind NON_CONTRACTUAL.';
comment on column journey.churn_risk.actionable is 'Somebody should look at the customer now.';
comment on column journey.churn_risk.reason is 'Why it is told again, may not be acted on, was cleared or taken back; NONE otherwise.';
comment on column journey.churn_risk.lifecycle is 'Stage of the customer before it fired.';
comment on column journey.churn_risk.open_issues is 'Contacts with the service that are not over.';
comment on column journey.churn_risk.last_touch_at is 'Event time of the last touch.';
comment on column journey.churn_risk.last_touch_channel is 'Channel of the last visit.';
comment on column journey.churn_risk.effective_at is 'When the cancellation takes effect; of kind VOLUNTARY.';
comment on column journey.churn_risk.feedback is 'What the customer said about it; of kind VOLUNTARY.';

-- Topic journey.churn-settlements
create table if not exists journey.churn_settlements (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    settlement_id text not null,
    revision integer not null,
    primary key (settlement_id, revision));
alter table journey.churn_settlements
    add column if not exists profile text not null,
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists state text not null,
    add column if not exists emitted_at timestamptz not null,
    add column if not exists forecast_group text not null,
    add column if not exists kind text not null,
    add column if not exists alert_id text,
    add column if not exists predicted_at timestamptz not null,
    add column if not exists settled_at timestamptz not null,
    add column if not exists horizon_days double precision not null,
    add column if not exists risk double precision not null,
    add column if not exists has_left boolean not null,
    add column if not exists parameters_version text not null;
create index if not exists churn_settlements_profile on journey.churn_settlements (profile);
comment on table journey.churn_settlements is 'A predicted churn risk beside what happened within its horizon. Topic journey.churn-settlements; the highest revision of a settlementId is valid.';
comment on column journey.churn_settlements.kafka_timestamp is 'When the broker took the record.';
comment on column journey.churn_settlements.profile is 'Profile key, also the record key: c:<customerId>.';
comment on column journey.churn_settlements.tenant is 'Whose shop.';
comment on column journey.churn_settlements.schema_version is 'Version of this contract.';
comment on column journey.churn_settlements.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.churn_settlements.settlement_id is 'Derived from the group, the kind, the arming event and the time of the prediction; never changes.';
comment on column journey.churn_settlements.revision is '1 when first stated, one more with each record; the highest is valid.';
comment on column journey.churn_settlements.state is 'Where it stands.';
comment on column journey.churn_settlements.emitted_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.churn_settlements.forecast_group is 'FIRING: an alert fired; SAMPLE: noted down of customers chosen by chance, nothing fired. The two say different things of a model and are not to be mixed.';
comment on column journey.churn_settlements.kind is 'As in ChurnRiskEvent.';
comment on column journey.churn_settlements.alert_id is 'The alert; of group FIRING.';
comment on column journey.churn_settlements.predicted_at is 'Event time of the prediction.';
comment on column journey.churn_settlements.settled_at is 'Event time at which the horizon ended.';
comment on column journey.churn_settlements.horizon_days is 'From predictedAt to settledAt, days.';
comment on column journey.churn_settlements.risk is 'Probability predicted, 0 to 1: of no purchase, or of the end of the contract, within the horizon.';
comment on column journey.churn_settlements.has_left is 'What happened: nothing was bought within the horizon, or the contract ended.';
comment on column journey.churn_settlements.parameters_version is 'Version of the parameters or weights that predicted it.';

-- Topic journey.profiles
create table if not exists journey.profiles (
    kafka_partition integer not null,
    kafka_offset bigint not null,
    kafka_timestamp timestamptz not null,
    profile text not null,
    primary key (profile));
alter table journey.profiles
    add column if not exists tenant text not null,
    add column if not exists schema_version integer,
    add column if not exists policy_version text not null,
    add column if not exists updated_at timestamptz not null,
    add column if not exists first_seen_at timestamptz not null,
    add column if not exists last_seen_at timestamptz not null,
    add column if not exists last_activity_at timestamptz,
    add column if not exists sessions bigint not null,
    add column if not exists orders bigint not null,
    add column if not exists last_order_at timestamptz,
    add column if not exists open_carts jsonb,
    add column if not exists open_alerts text[],
    add column if not exists next_deadline timestamptz,
    add column if not exists stage text,
    add column if not exists lifecycle text,
    add column if not exists mission_id text,
    add column if not exists first_touch_channel text,
    add column if not exists touchpoints jsonb;
comment on table journey.profiles is 'The current picture of a profile. Topic journey.profiles, compacted.';
comment on column journey.profiles.kafka_timestamp is 'When the broker took the record.';
comment on column journey.profiles.profile is 'Profile key, also the record key: c:<customerId> or a:<anonymousId>.';
comment on column journey.profiles.tenant is 'Whose shop.';
comment on column journey.profiles.schema_version is 'Version of this contract.';
comment on column journey.profiles.policy_version is 'Fingerprint of the rules'' settings that led to this record.';
comment on column journey.profiles.updated_at is 'Intake time of the journal entry that led to this record.';
comment on column journey.profiles.first_seen_at is 'Earliest event.';
comment on column journey.profiles.last_seen_at is 'Latest event.';
comment on column journey.profiles.last_activity_at is 'Latest interactive event.';
comment on column journey.profiles.sessions is 'Sessions so far.';
comment on column journey.profiles.orders is 'Orders so far, each once.';
comment on column journey.profiles.last_order_at is 'Latest order.';
comment on column journey.profiles.open_carts is 'Carts with something in them.';
comment on column journey.profiles.open_alerts is 'Ids of alerts that stand.';
comment on column journey.profiles.next_deadline is 'The next deadline of the profile.';
comment on column journey.profiles.stage is 'Stage of the shopping under way; null if there is none.';
comment on column journey.profiles.lifecycle is 'Where the customer stands with the business.';
comment on column journey.profiles.mission_id is 'The shopping under way.';
comment on column journey.profiles.first_touch_channel is 'The first channel that was ever named, for life.';
comment on column journey.profiles.touchpoints is 'How often customer and shop touched, by channel: web, app, store, call, chat, ticket, email, social, ads.';
