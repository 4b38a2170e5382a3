-- A million members, each as one purchase leaves her in the books, and a quarter as many who only registered.

-- @ users
INSERT INTO users (id, email, name, roles, "createdAt", "updatedAt")
SELECT id, 'reader' || n || '@' || substr(md5(n::text), 1, 6) || '.test',
  (ARRAY['Ada', 'Mira', 'Tess', 'Fritz', 'Lars', 'Edda', 'Otto', 'Nora'])[1 + n % 8] || ' ' || initcap(substr(md5('name' || n), 1, 8)),
  '{}', at, at
FROM bench.people ORDER BY at;

-- @ plans and prices
INSERT INTO plans (id, slug, name, description, benefits, "trialDays", "createdAt", "updatedAt")
VALUES (bench.id(bench.now(), 'plan', 0), 'pro', 'Pro', 'Everything we report.', '{Memos}', 7, bench.now(), bench.now());
INSERT INTO prices (id, "planId", amount, currency, interval, status, "createdAt", "activatedAt")
VALUES
  (bench.id(bench.now(), 'price', 0), bench.id(bench.now(), 'plan', 0), 30000, 'usd', 'year', 'active', bench.now(), bench.now()),
  (bench.id(bench.now(), 'price', 1), bench.id(bench.now(), 'plan', 0), 2900, 'usd', 'month', 'active', bench.now(), bench.now());
INSERT INTO stripe_products ("planId", "stripeProductId", "createdAt")
VALUES (bench.id(bench.now(), 'plan', 0), 'prod_bench', bench.now());
INSERT INTO stripe_prices ("priceId", "stripePriceId", "createdAt")
SELECT bench.id(bench.now(), 'price', n), 'price_bench' || n, bench.now() FROM generate_series(0, 1) AS n;

-- @ memberships
-- Of a hundred: 4 in their trial, 3 in grace, 2 that could not be charged, 10 that have ended, the others run.
INSERT INTO memberships (id, "userId", "planId", "priceId", source, status, "ofRecord", "trialEndsAt", "currentPeriodEnd",
  "pastDueSince", "startedAt", "endedAt", "updatedAt")
SELECT bench.id(p.at, 'membership', p.n), p.id, bench.id(bench.now(), 'plan', 0), bench.id(bench.now(), 'price', 0), 'sold',
  s.status::"MembershipStatus", true, p.at + interval '7 days',
  CASE s.status WHEN 'trialing' THEN bench.now() + interval '3 days' ELSE bench.now() + interval '365 days' * random() END,
  CASE s.status WHEN 'past_due' THEN bench.now() - interval '7 days' * random() END, p.at,
  CASE s.status WHEN 'ended' THEN p.at + (bench.now() - p.at) * random() END, p.at
FROM bench.people AS p, LATERAL (SELECT CASE
    WHEN p.at > bench.now() - interval '7 days' THEN 'trialing'
    WHEN p.n % 100 < 3 THEN 'past_due' WHEN p.n % 100 < 5 THEN 'unpaid' WHEN p.n % 100 < 15 THEN 'ended' ELSE 'active'
  END AS status) AS s
WHERE p.is_member ORDER BY p.at;

-- @ trial_uses
INSERT INTO trial_uses (id, "userId", "addressHash", "cardFingerprint", "membershipId", "startedAt")
SELECT bench.id(at, 'trial', n), id, md5('address' || n) || md5('hash' || n), 'fp_' || substr(md5(n::text), 1, 14),
  bench.id(at, 'membership', n), at
FROM bench.people WHERE is_member ORDER BY at;

-- @ stripe_customers
INSERT INTO stripe_customers ("stripeCustomerId", "userId", "createdAt", "syncsBegun", "syncWritten", "syncedAt")
SELECT 'cus_bench' || n, id, at, 3, 3, bench.now() - interval '1 day' * random()
FROM bench.people WHERE is_member ORDER BY at;

-- @ stripe_subscriptions
INSERT INTO stripe_subscriptions ("stripeSubscriptionId", "stripeCustomerId", "membershipId", "createdAt")
SELECT 'sub_bench' || n, 'cus_bench' || n, bench.id(at, 'membership', n), at
FROM bench.people WHERE is_member ORDER BY at;

-- @ checkouts
INSERT INTO checkouts (id, "userId", "priceId", "trialDays", status, "stripeSessionId", "articleId", "createdAt", "expiresAt")
SELECT bench.id(p.at, 'checkout', p.n), p.id, bench.id(bench.now(), 'price', 0), 7, 'completed', 'cs_bench' || p.n, a.id,
  p.at, p.at + interval '1 day'
FROM (SELECT *, 1 + floor(bench.count_of('articles') * random())::bigint AS article FROM bench.people WHERE is_member) AS p
LEFT JOIN bench.articles AS a ON a.n = p.article AND p.n % 2 = 0 ORDER BY p.at;

-- @ consents
INSERT INTO consents (id, "userId", "checkoutId", "termsVersion", amount, currency, interval, "trialDays", "givenAt")
SELECT bench.id(at, 'consent', n), id, bench.id(at, 'checkout', n), '2026-01', 30000, 'usd', 'year', 7, at
FROM bench.people WHERE is_member ORDER BY at;

-- @ invoices
-- One for each year that has begun after the trial.
CREATE UNLOGGED TABLE bench.years AS
SELECT p.n, p.id, y, p.at + interval '7 days' + interval '365 days' * y AS at
FROM bench.people AS p, generate_series(0, 2) AS y
WHERE p.is_member AND p.at + interval '7 days' + interval '365 days' * y < bench.now();
INSERT INTO invoices ("stripeInvoiceId", "userId", "stripeSubscriptionId", number, status, total, "amountPaid", currency,
  "createdAt", "paidAt")
SELECT 'in_bench' || n || '_' || y, id, 'sub_bench' || n, 'BENCH-' || n || '-' || y,
  CASE WHEN n % 100 < 5 AND at > bench.now() - interval '365 days' THEN 'open' ELSE 'paid' END, 30000,
  CASE WHEN n % 100 < 5 AND at > bench.now() - interval '365 days' THEN 0 ELSE 30000 END, 'usd', at, at
FROM bench.years ORDER BY at;

-- @ ledger_lines
INSERT INTO ledger_lines (id, "stripeKey", kind, amount, currency, "userId", "stripeInvoiceId", "stripeSubscriptionId",
  "stripePaymentIntentId", "priceId", "periodStart", "periodEnd", "occurredAt", "recordedAt")
SELECT bench.id(at, 'ledger', n * 4 + y), 'payment:bench' || n || '_' || y, 'payment', 30000, 'usd', id,
  'in_bench' || n || '_' || y, 'sub_bench' || n, 'pi_bench' || n || '_' || y, bench.id(bench.now(), 'price', 0), at,
  at + interval '365 days', at, at
FROM bench.years WHERE NOT (n % 100 < 5 AND at > bench.now() - interval '365 days') ORDER BY at;
-- One payment in a hundred came back.
INSERT INTO ledger_lines (id, "stripeKey", kind, amount, currency, "userId", "stripeSubscriptionId",
  "stripePaymentIntentId", "occurredAt", "recordedAt")
SELECT bench.id(at, 'refund', n * 4 + y), 'refund:bench' || n || '_' || y, 'refund', -10000, 'usd', id, 'sub_bench' || n,
  'pi_bench' || n || '_' || y, at + interval '1 day', at + interval '1 day'
FROM bench.years WHERE n % 100 = 50 ORDER BY at;

-- @ billing_letters
INSERT INTO billing_letters (key, "userId", "sentAt")
SELECT 'receipt:pi_bench' || n || '_' || y, id, at FROM bench.years ORDER BY at;

-- @ sessions
INSERT INTO sessions (id, "userId", kind, "rotatedAt", "provenAt", "createdAt", "expiresAt")
SELECT bench.id(begun.at, 'session', p.n), p.id, (CASE p.n % 2 WHEN 0 THEN 'token' ELSE 'cookie' END)::"SessionKind",
  begun.at, begun.at, begun.at, begun.at + interval '30 days'
FROM bench.people AS p, LATERAL (
  SELECT date_trunc('milliseconds', bench.now() - interval '30 days' * ((p.n * 7919 % 100000) / 100000.0)) AS at
) AS begun ORDER BY begun.at;

-- @ audit_entries
INSERT INTO audit_entries (id, at, action, subject, "subjectId")
SELECT bench.id(at, 'audit', n), at, 'member.comped', 'member', id::text
FROM bench.people WHERE n % 4 = 0 ORDER BY at;
