-- Published articles with a public part of some seventy words; one in fifty has a text of 8 KB, the others of 700 bytes.

-- @ sections, authors and tags
-- Two thousand articles of each author and of each tag, or two hundred in a small town.
SELECT set_config('bench.authors', greatest(5, bench.count_of('articles') / 2000)::text, false),
  set_config('bench.tags', greatest(10, bench.count_of('articles') / 1000)::text, false);
INSERT INTO sections (id, slug, name, position)
SELECT bench.id(bench.now(), 'section', n), 'section-' || n, 'Section ' || n, n FROM generate_series(0, 9) AS n;
INSERT INTO authors (id, slug, name)
SELECT bench.id(bench.now(), 'author', n), 'author-' || n, 'Author ' || n FROM generate_series(0, bench.count_of('authors') - 1) AS n;
INSERT INTO tags (id, slug, name)
SELECT bench.id(bench.now(), 'tag', n), 'tag-' || n, 'Tag ' || n FROM generate_series(0, bench.count_of('tags') - 1) AS n;

-- @ articles
INSERT INTO articles (id, slug, title, standfirst, kind, gate, "planIds", status, "sectionId", "previewHtml", "previewText",
  "currentTextId", "createdAt", "updatedAt", "publishedAt")
SELECT a.id, 'story-' || a.n, 'Story ' || a.n || ' ' || bench.text_of(a.n, 1), bench.text_of(a.n + 1, 1),
  (CASE a.n % 20 WHEN 0 THEN 'memo' WHEN 1 THEN 'briefing' WHEN 2 THEN 'trend_report' ELSE 'story' END)::"ArticleKind",
  (CASE WHEN a.n % 10 = 9 THEN 'public' WHEN a.n % 10 = 8 THEN 'registered' WHEN a.n % 2 = 0 THEN 'metered' ELSE 'members' END)::"Gate",
  '{}', 'published', bench.id(bench.now(), 'section', a.n % 10), '<p>' || p.preview || '</p>', p.preview,
  bench.id(a.at, 'text', a.n), a.at, a.at, a.at
FROM bench.articles AS a, LATERAL (SELECT bench.text_of(a.n + 2, 5) AS preview) AS p;

-- @ article_texts
INSERT INTO article_texts (id, "articleId", number, title, standfirst, "bodyHtml", words, "createdAt")
SELECT bench.id(a.at, 'text', a.n), a.id, 1, 'Story ' || a.n, '',
  '<p>In front.</p><!--paywall--><p>' || bench.text_of(a.n + 3, CASE WHEN a.n % 50 < 2 THEN 90 ELSE 8 END) || '</p>',
  CASE WHEN a.n % 50 < 2 THEN 900 ELSE 80 END, a.at
FROM bench.articles AS a;

-- @ article_authors
INSERT INTO article_authors ("articleId", "authorId")
SELECT id, bench.id(bench.now(), 'author', n % bench.count_of('authors')) FROM bench.articles;

-- @ article_tags
INSERT INTO article_tags ("articleId", "tagId")
SELECT a.id, bench.id(bench.now(), 'tag', (a.n * 7 + k * 331) % bench.count_of('tags'))
FROM bench.articles AS a, generate_series(0, 1) AS k;

-- @ article_days
INSERT INTO article_days ("articleId", day, "fullReads", teasers, joins)
SELECT DISTINCT ON (id, day) id, day, 1 + floor(200 * random()), 1 + floor(2000 * random()), (random() < 0.05)::int
FROM (
  SELECT (bench.now() - interval '1 day' * d)::date AS day,
    1 + floor((bench.count_of('articles') - 1) * (1 - power(random(), 3)))::bigint AS n
  FROM generate_series(0, 399) AS d, generate_series(1, greatest(1, bench.count_of('articles') / 500))
) AS read JOIN bench.articles USING (n);
