-- What was read by the meter in the 400 days that are kept: three quarters by strangers, five articles each within a
-- month; the others by accounts, twenty each, and every one of these once more beside the browser.

-- @ meter_subjects
CREATE UNLOGGED TABLE bench.visitors AS
SELECT n, bench.id(at, 'visitor', n) AS id, at
FROM (
  SELECT n, date_trunc('milliseconds', bench.now() - interval '400 days' * random()) AS at
  FROM generate_series(1, bench.count_of('reads') * 3 / 4 / 5) AS n
) AS dated;
CREATE UNLOGGED TABLE bench.meter_readers AS
SELECT p.n, p.id, bench.id(p.at, 'browser', p.n) AS browser
FROM bench.people AS p
WHERE NOT p.is_member
LIMIT greatest(1, bench.count_of('reads') / 4 / 2 / 20);

-- @ meter_reads
CREATE UNLOGGED TABLE bench.reads AS
SELECT r.subject, a.id AS article, r.at
FROM (
  SELECT v.id AS subject, 1 + floor((bench.count_of('articles') - 1) * (1 - power(random(), 3)))::bigint AS n,
    date_trunc('milliseconds', least(v.at + interval '30 days' * random(), bench.now())) AS at
  FROM bench.visitors AS v, generate_series(1, 5)
  UNION ALL
  SELECT v.id, 1 + floor((bench.count_of('articles') - 1) * (1 - power(random(), 3)))::bigint,
    date_trunc('milliseconds', bench.now() - interval '400 days' * random())
  FROM bench.meter_readers AS v, generate_series(1, 20)
) AS r JOIN bench.articles AS a USING (n);
INSERT INTO meter_reads ("subjectId", "articleId", "readAt")
SELECT subject, article, at FROM (
  SELECT subject, article, at FROM bench.reads
  UNION ALL
  SELECT meter_accounts_in(m.browser), r.article, r.at FROM bench.reads AS r JOIN bench.meter_readers AS m ON m.id = r.subject
) AS every GROUP BY subject, article, at ORDER BY at;
INSERT INTO meter_subjects (id, kind, "userId", "seenAt")
SELECT s.id, s.kind::"MeterSubjectKind", s."userId", coalesce(seen.at, bench.now() - interval '30 days')
FROM (
  SELECT id, 'visitor' AS kind, NULL::uuid AS "userId" FROM bench.visitors
  UNION ALL SELECT id, 'reader', id FROM bench.meter_readers
  UNION ALL SELECT browser, 'visitor', NULL FROM bench.meter_readers
  UNION ALL SELECT meter_accounts_in(browser), 'visitor', NULL FROM bench.meter_readers
) AS s
LEFT JOIN (SELECT "subjectId" AS id, max("readAt") AS at FROM meter_reads GROUP BY 1) AS seen USING (id)
ORDER BY 4;

-- @ network_tallies
INSERT INTO network_tallies (network, day, used)
SELECT md5('network' || n), (bench.now() - interval '1 day' * (n % 2))::date, 1 + n % 50
FROM generate_series(1, greatest(2, bench.count_of('reads') / 2000)) AS n;

-- @ settings
DELETE FROM meter_settings;
INSERT INTO meter_settings (id, "anonymousLimit", "registeredLimit", "window", "exemptSectionIds", "updatedAt")
VALUES (1, 2, 5, 'calendar_month', '{}', bench.now());
