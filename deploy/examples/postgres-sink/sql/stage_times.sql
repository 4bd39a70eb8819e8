-- How long customers stay in a stage before they go on to the next, by move; of moves that stand.
select layer, from_stage, to_stage,
       count(*) as moves,
       percentile_cont(0.5) within group (order by time_spent_ms / 60000.0)::numeric(12, 1) as median_minutes,
       percentile_cont(0.9) within group (order by time_spent_ms / 60000.0)::numeric(12, 1) as ninth_decile_minutes
from journey.stage_transitions_valid
where from_stage is not null and time_spent_ms is not null
group by 1, 2, 3
order by 1, moves desc, 2, 3;
