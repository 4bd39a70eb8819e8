-- How many carts are left behind, by day (UTC), channel and device.
-- A cart is abandoned once, whatever became of it later, RETRACTED ones excepted; what was bought is a session with an order.
with carts as (
    select distinct on (profile, coalesce(cart_id, checkout_id, order_id, subject_id))
        last_activity_at as at, channel, device, true as is_abandoned
    from journey.abandonment_latest
    where kind in ('CART', 'CHECKOUT', 'PAYMENT_FAILED', 'PAYMENT_PENDING') and state <> 'RETRACTED'
    order by profile, coalesce(cart_id, checkout_id, order_id, subject_id), armed_at
), ended as (
    select * from carts
    union all
    select ended_at, entry_channel, device, false from journey.sessions_valid where converted and not bot
)
select (at at time zone 'UTC')::date as day,
       coalesce(channel, 'unknown') as channel,
       coalesce(device, 'unknown') as device,
       count(*) filter (where is_abandoned) as abandoned,
       count(*) filter (where not is_abandoned) as bought,
       round(100.0 * count(*) filter (where is_abandoned) / count(*), 1) as abandoned_percent
from ended
group by 1, 2, 3
order by 1, 2, 3;
