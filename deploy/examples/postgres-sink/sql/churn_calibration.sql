-- Does a risk of 0.7 mean that seven in ten leave? By tenths of the predicted risk; alerts and the sample are not to be mixed.
select forecast_group, kind,
       least(floor(risk * 10), 9) / 10 as risk_from,
       count(*) as customers,
       round(avg(risk)::numeric, 3) as predicted,
       round(avg(has_left::int), 3) as observed,
       round(avg((risk - has_left::int) ^ 2)::numeric, 3) as brier_score
from journey.churn_settlements_valid
group by 1, 2, 3
order by 1, 2, 3;
