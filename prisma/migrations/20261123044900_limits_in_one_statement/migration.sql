-- Limits in one statement: looking at several buckets and putting one deed into each of them, or into none.

-- For each bucket the milliseconds until one more fits; 0 where it does now.
CREATE FUNCTION limits_waits("names" TEXT[], "intervals" BIGINT[], "capacities" BIGINT[], "at" TIMESTAMPTZ) RETURNS BIGINT[]
LANGUAGE sql STABLE AS $$
  SELECT array_agg(
    greatest(0, (extract(epoch FROM greatest(bucket."emptyAt", "at") - "at") * 1000)::bigint
      + asked."interval" - asked."capacity")
    ORDER BY asked."place"
  )
  FROM unnest("names", "intervals", "capacities") WITH ORDINALITY AS asked ("name", "interval", "capacity", "place")
  LEFT JOIN limits AS bucket ON bucket."key" = decode(asked."name", 'hex')
$$;

-- Puts a deed into each bucket (direction 1) or takes it out again (-1), in the order of their keys, so that no two callers ever wait for each other.
CREATE FUNCTION limits_move("names" TEXT[], "intervals" BIGINT[], "direction" INTEGER, "at" TIMESTAMPTZ) RETURNS VOID
LANGUAGE sql AS $$
  INSERT INTO limits AS bucket ("key", "emptyAt")
  SELECT decode(asked."name", 'hex'), "at" + "direction" * asked."interval" * INTERVAL '1 millisecond'
  FROM unnest("names", "intervals") AS asked ("name", "interval")
  ORDER BY 1
  ON CONFLICT ("key") DO UPDATE SET "emptyAt" = excluded."emptyAt" - "at"
    + CASE WHEN "direction" > 0 THEN greatest(bucket."emptyAt", "at") ELSE bucket."emptyAt" END
$$;

-- Volatile, so that each statement in it sees what was committed before that statement began.
--   names       the keys of the buckets, in hexadecimal
--   intervals   milliseconds in which one deed leaks out
--   capacities  milliseconds in which a full one is empty
-- Answers what each has to wait for: zeros where it was taken.
CREATE FUNCTION limits_take("names" TEXT[], "intervals" BIGINT[], "capacities" BIGINT[], "at" TIMESTAMPTZ) RETURNS BIGINT[]
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
  PERFORM limits_move("names", "intervals", 1, "at");
  -- The rows are held now: what was filled up meanwhile is seen, and nobody comes in between. One deed too many is in.
  "waits" := limits_waits("names", array_fill(0::bigint, ARRAY[cardinality("names")]), "capacities", "at");
  IF 0 < ANY ("waits") THEN
    PERFORM limits_move("names", "intervals", -1, "at");
  END IF;
  RETURN "waits";
END
$$;
