-- How far missions come. The stages are those of the model six-stage; put your own there.
with stages (stage, place) as (
    values ('AWARENESS', 1), ('CONSIDERATION', 2), ('DECISION', 3), ('PURCHASE', 4)
), missions as (
    select mission_id, max(place) as furthest
    from journey.stage_transitions_valid join stages on stage = to_stage
    where layer = 'MISSION' and mission_id is not null
    group by mission_id
), reached as (
    select place, stage, (select count(*) from missions where furthest >= place) as missions
    from stages
)
select stage, missions,
       round(100.0 * missions / nullif(first_value(missions) over all_stages, 0), 1) as percent_of_first,
       round(100.0 * missions / nullif(lag(missions) over all_stages, 0), 1) as percent_of_previous
from reached
window all_stages as (order by place)
order by place;
