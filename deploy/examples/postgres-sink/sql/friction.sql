-- What stands in customers' way, the largest value in their carts first. What was bought later all the same is not taken off.
select kind, coalesce(stage, 'none') as stage, currency,
       count(*) as times,
       count(distinct profile) as customers,
       sum(value_lost) as value_at_stake
from journey.friction_valid
group by 1, 2, 3
order by value_at_stake desc nulls last, times desc, kind;
