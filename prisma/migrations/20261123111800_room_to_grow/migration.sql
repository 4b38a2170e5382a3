-- What a table of millions needs to be found through and cleaned up.

-- The distinct runs of three letters in a text: whoever looks for a part of it looks for all of the part's.
CREATE FUNCTION letters_in("text" TEXT) RETURNS TEXT[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT DISTINCT substr(lower("text"), n, 3) FROM generate_series(1, length("text") - 2) AS n);

-- PostgreSQL waits until a fifth of a table has changed: of twenty million rows that is a large debt to work off at
-- once, and until then an index is no help without the table beside it. Here: a fiftieth.
ALTER TABLE "meter_reads" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "meter_subjects" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "webhook_events" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "sessions" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE "articles" SET (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Rows that are counted up stay on their page, if there is room: none of their indexes is written to then.
ALTER TABLE "article_days" SET (fillfactor = 85);
ALTER TABLE "network_tallies" SET (fillfactor = 70);
ALTER TABLE "stripe_customers" SET (fillfactor = 90);
