-- What reminders bring: customers who may be reminded beside those of the control group (rule A15), with 95 % confidence intervals.
-- Chance puts customers into the groups, not alerts, so customers are counted. CAPPED and MIN_VALUE belong to the reminded: these
-- gates are asked after CONTROL, and the control group holds such alerts too. The interval of the shares is Newcombe's of 1998
-- (method 10, from Wilson's intervals), that of the values the normal one of a difference of means: read it from some hundred
-- customers a group on.
with trial as (
    select alert_id, bool_or(reason = 'CONTROL') as is_control
    from journey.abandonment
    where state = 'ABANDONED' and (actionable or reason in ('CONTROL', 'CAPPED', 'MIN_VALUE'))
    group by alert_id
), customers as (
    select currency, profile, bool_or(is_control) as is_control,
           bool_or(state = 'RECOVERED') as has_recovered,
           coalesce(sum(total) filter (where state = 'RECOVERED'), 0) as recovered_value
    from trial join journey.abandonment_latest using (alert_id)
    where currency is not null and state <> 'RETRACTED'
    group by currency, profile
), groups as (
    select currency, is_control, count(*)::numeric as n,
           avg(has_recovered::int) as share,
           avg(recovered_value) as mean,
           coalesce(var_samp(recovered_value), 0) / count(*) as error_squared
    from customers
    group by currency, is_control
), wilson as (
    select *,
           (share + 1.96 ^ 2 / (2 * n) - 1.96 * sqrt(share * (1 - share) / n + 1.96 ^ 2 / (4 * n ^ 2))) / (1 + 1.96 ^ 2 / n) as low,
           (share + 1.96 ^ 2 / (2 * n) + 1.96 * sqrt(share * (1 - share) / n + 1.96 ^ 2 / (4 * n ^ 2))) / (1 + 1.96 ^ 2 / n) as high
    from groups
)
select currency,
       r.n as reminded,
       c.n as control,
       round(100 * r.share, 1) as reminded_recovered_percent,
       round(100 * c.share, 1) as control_recovered_percent,
       round(100 * (r.share - c.share), 1) as lift_points,
       round(100 * (r.share - c.share - sqrt((r.share - r.low) ^ 2 + (c.high - c.share) ^ 2)), 1) as lift_low,
       round(100 * (r.share - c.share + sqrt((r.high - r.share) ^ 2 + (c.share - c.low) ^ 2)), 1) as lift_high,
       round(r.mean, 2) as value_per_reminded,
       round(c.mean, 2) as value_per_control,
       round(r.n * (r.mean - c.mean), 2) as extra_value,
       round(r.n * (r.mean - c.mean - 1.96 * sqrt(r.error_squared + c.error_squared)), 2) as extra_value_low,
       round(r.n * (r.mean - c.mean + 1.96 * sqrt(r.error_squared + c.error_squared)), 2) as extra_value_high
from wilson r join wilson c using (currency)
where not r.is_control and c.is_control
order by currency;
