-- Events of the 90 days that are kept, with payloads of some 600 bytes (Stripe's own are about 3 KB). A few are in trouble.

-- @ webhook_events
INSERT INTO webhook_events ("stripeEventId", type, "stripeCustomerId", payload, status, attempts, "lastError", "receivedAt",
  "processedAt")
SELECT 'evt_bench' || e.n, e.type, 'cus_bench' || e.customer,
  jsonb_build_object('id', 'evt_bench' || e.n, 'object', 'event', 'type', e.type, 'livemode', false, 'created', extract(epoch FROM e.at)::bigint,
    'data', jsonb_build_object('object', jsonb_build_object('id', 'sub_bench' || e.customer, 'object', 'subscription',
      'customer', 'cus_bench' || e.customer, 'status', 'active', 'metadata', '{}'::jsonb, 'description', repeat(md5(e.n::text), 10)))),
  e.status::"WebhookEventStatus", CASE WHEN e.status IN ('failed', 'quarantined') THEN 3 ELSE 0 END,
  CASE WHEN e.status IN ('failed', 'quarantined') THEN 'Stripe did not answer.' END, e.at,
  CASE WHEN e.status = 'processed' THEN e.at + interval '1 second' END
FROM (
  SELECT n, date_trunc('milliseconds', bench.now() - interval '90 days' * (1 - n::float8 / bench.count_of('events'))) AS at,
    1 + (n * 7919) % bench.count_of('members') AS customer,
    (ARRAY['customer.subscription.updated', 'invoice.paid', 'invoice.created', 'customer.subscription.created', 'charge.succeeded',
      'payment_intent.succeeded', 'invoice.finalized', 'customer.updated', 'checkout.session.completed', 'charge.refunded'])[1 + n % 10] AS type,
    CASE WHEN n % 50000 = 7 THEN 'failed' WHEN n % 50000 = 8 THEN 'quarantined' WHEN n % 40 = 0 THEN 'ignored' ELSE 'processed' END AS status
  FROM generate_series(1, bench.count_of('events')) AS n
) AS e;
