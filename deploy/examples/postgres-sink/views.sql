-- What the tables mean now: of each thing the latest revision, without what was taken back. May be run again, after schema.sql.

-- Alerts: one row an alert, in whatever state it is now.
create or replace view journey.abandonment_latest as
select distinct on (alert_id) * from journey.abandonment order by alert_id, revision desc;

create or replace view journey.abandonment_actions_latest as
select distinct on (alert_id) * from journey.abandonment_actions order by alert_id, revision desc;

create or replace view journey.churn_risk_latest as
select distinct on (alert_id) * from journey.churn_risk order by alert_id, revision desc;

-- Facts: one row a fact that stands. What was RETRACTED is left out, and what another one superseded, unless it was told again later.
create or replace view journey.sessions_valid as
select * from (select distinct on (session_id) * from journey.sessions order by session_id, revision desc) latest
where not exists (
    select from journey.sessions other
    where other.supersedes @> array[latest.session_id] and other.emitted_at >= latest.emitted_at);

create or replace view journey.stage_transitions_valid as
select * from (
    select distinct on (transition_id) * from journey.stage_transitions order by transition_id, revision desc) latest
where state <> 'RETRACTED' and not exists (
    select from journey.stage_transitions other
    where other.supersedes @> array[latest.transition_id] and other.emitted_at >= latest.emitted_at);

create or replace view journey.moments_valid as
select * from (select distinct on (moment_id) * from journey.moments order by moment_id, revision desc) latest
where state <> 'RETRACTED' and not exists (
    select from journey.moments other
    where other.supersedes @> array[latest.moment_id] and other.emitted_at >= latest.emitted_at);

create or replace view journey.friction_valid as
select * from (select distinct on (friction_id) * from journey.friction order by friction_id, revision desc) latest
where state <> 'RETRACTED' and not exists (
    select from journey.friction other
    where other.supersedes @> array[latest.friction_id] and other.emitted_at >= latest.emitted_at);

create or replace view journey.churn_settlements_valid as
select * from (
    select distinct on (settlement_id) * from journey.churn_settlements order by settlement_id, revision desc) latest
where state <> 'RETRACTED';

-- Forgets a customer in these tables: select journey.forget('c:4711'). An erasure does not reach them by itself.
create or replace function journey.forget(forgotten text) returns void language sql begin atomic
    delete from journey.sessions where profile = forgotten;
    delete from journey.stage_transitions where profile = forgotten;
    delete from journey.abandonment where profile = forgotten;
    delete from journey.abandonment_actions where profile = forgotten;
    delete from journey.moments where profile = forgotten;
    delete from journey.friction where profile = forgotten;
    delete from journey.churn_risk where profile = forgotten;
    delete from journey.churn_settlements where profile = forgotten;
    delete from journey.profiles where profile = forgotten;
end;
