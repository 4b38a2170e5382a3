-- Names that the other files use; dropped at the end.

-- @ tools
CREATE SCHEMA bench;

-- An id as the product makes them: of an instant, and random only in appearance, so that other tables can name it.
CREATE FUNCTION bench.id("at" timestamptz, "what" text, "n" bigint) RETURNS uuid
LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM "at") * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3)
    || '8' || substr(h, 4, 15))::uuid
  FROM md5("what" || "n") AS h
$$;

CREATE FUNCTION bench.count_of("what" text) RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.' || "what")::bigint $$;

-- The moment at which filling began: everything lies before it.
CREATE FUNCTION bench.now() RETURNS timestamptz
LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.now')::timestamptz $$;

-- Ten years of articles, three years of members, evenly.
CREATE UNLOGGED TABLE bench.articles AS
SELECT n, bench.id(at, 'article', n) AS id, at
FROM (
  SELECT n, date_trunc('milliseconds', bench.now() - interval '3650 days' * (1 - n::float8 / bench.count_of('articles'))) AS at
  FROM generate_series(1, bench.count_of('articles')) AS n
) AS dated;
CREATE UNLOGGED TABLE bench.people AS
SELECT n, bench.id(at, 'user', n) AS id, at, n <= bench.count_of('members') AS is_member
FROM (
  SELECT n, date_trunc('milliseconds', bench.now() - interval '1095 days' * random()) AS at
  FROM generate_series(1, bench.count_of('members') + greatest(1, bench.count_of('members') / 4)) AS n
) AS dated;

-- 4,000 sentences of ten words each, of a vocabulary in which few words are frequent and most are rare.
CREATE UNLOGGED TABLE bench.sentences AS
SELECT s AS number, string_agg('word' || floor(20000 * power(random(), 3))::int, ' ') || '.' AS words
FROM generate_series(0, 3999) AS s, generate_series(1, 10) GROUP BY s;
ALTER TABLE bench.sentences ADD PRIMARY KEY (number);
CREATE FUNCTION bench.text_of("n" bigint, "sentences" int) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT string_agg((SELECT s.words FROM bench.sentences AS s WHERE s.number = ("n" * 7919 + k * 104729 + k * k * "n") % 4000), ' ')
  FROM generate_series(1, "sentences") AS k
$$;
ANALYZE bench.articles; ANALYZE bench.people; ANALYZE bench.sentences;
