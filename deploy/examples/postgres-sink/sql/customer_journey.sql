-- One customer's journey, in the order in which things happened: psql -v profile=c:4711 -f customer_journey.sql
select at, what, detail from (
    select profile, started_at as at, 'session' as what,
           concat_ws(', ', coalesce(entry_channel, 'unknown'), device, events || ' events', case when converted then 'bought' end) as detail
    from journey.sessions_valid
    union all
    select profile, occurred_at, 'stage', concat_ws(' ', lower(layer), coalesce(from_stage, 'none'), 'to', to_stage)
    from journey.stage_transitions_valid
    union all
    select profile, deadline, 'abandonment', concat_ws(' ', lower(kind), lower(state), total, currency)
    from journey.abandonment_latest
    union all
    select profile, occurred_at, 'friction', concat_ws(' ', lower(kind), detail) from journey.friction_valid
    union all
    select profile, occurred_at, 'moment', moment from journey.moments_valid
    union all
    select profile, deadline, 'churn', concat_ws(' ', lower(kind), lower(state), 'risk', risk) from journey.churn_risk_latest
) journey
where profile = :'profile'
order by at, what;
