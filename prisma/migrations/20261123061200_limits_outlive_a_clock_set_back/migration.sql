-- A bucket can be fuller than full only where the clock was set back: such a one is begun anew, or nobody could sign in until the
-- clock has caught up. An hour is left to processes whose clocks differ.

CREATE OR REPLACE FUNCTION limits_waits("names" TEXT[], "intervals" BIGINT[], "capacities" BIGINT[], "at" TIMESTAMPTZ) RETURNS BIGINT[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(
    greatest(0, (extract(epoch FROM greatest(bucket."emptyAt", "at") - "at") * 1000)::bigint
      + asked."interval" - asked."capacity")
    ORDER BY asked."place"
  )
  FROM unnest("names", "intervals", "capacities") WITH ORDINALITY AS asked ("name", "interval", "capacity", "place")
  LEFT JOIN limits AS bucket ON bucket."key" = decode(asked."name", 'hex')
    AND bucket."emptyAt" <= "at" + asked."capacity" * INTERVAL '1 millisecond' + INTERVAL '1 hour'
$$;

CREATE OR REPLACE FUNCTION limits_take("names" TEXT[], "intervals" BIGINT[], "capacities" BIGINT[], "at" TIMESTAMPTZ) RETURNS BIGINT[]
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  "waits" BIGINT[];
BEGIN
  -- A look without a lock settles most refusals, so that a flood of them writes nothing.
  "waits" := limits_waits("names", "intervals", "capacities", "at");
  IF 0 < ANY ("waits") THEN
    RETURN "waits";
  END IF;
  DELETE FROM limits WHERE "key" IN (
    SELECT bucket."key"
    FROM unnest("names", "capacities") AS asked ("name", "capacity")
    JOIN limits AS bucket ON bucket."key" = decode(asked."name", 'hex')
      AND bucket."emptyAt" > "at" + asked."capacity" * INTERVAL '1 millisecond' + INTERVAL '1 hour'
    ORDER BY bucket."key"
    FOR UPDATE OF bucket
  );
  PERFORM limits_move("names", "intervals", 1, "at");
  -- The rows are held now: what was filled up meanwhile is seen, and nobody comes in between. One deed too many is in.
  "waits" := limits_waits("names", array_fill(0::bigint, ARRAY[cardinality("names")]), "capacities", "at");
  IF 0 < ANY ("waits") THEN
    PERFORM limits_move("names", "intervals", -1, "at");
  END IF;
  RETURN "waits";
END
$$;
