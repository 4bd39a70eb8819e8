-- Sessions by the channel that brought them; machines left out.
select coalesce(entry_channel, 'unknown') as channel,
       count(*) as sessions,
       round(100.0 * avg(engaged::int), 1) as engaged_percent,
       round(100.0 * avg(converted::int), 1) as converted_percent,
       coalesce(sum(order_value), 0) as order_value
from journey.sessions_valid
where not bot
group by 1
order by sessions desc, channel;
