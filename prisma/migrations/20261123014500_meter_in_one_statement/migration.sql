-- The meter in one statement: looking at an allowance and spending a unit of it, queued, counted and written in one place.

-- What accounts have read in a browser counts against the stranger who comes after them, but opens nothing for her and
-- is never carried into another account: so it is kept beside her own reads, under a name made from hers.
CREATE FUNCTION meter_accounts_in("browser" UUID) RETURNS UUID
LANGUAGE sql IMMUTABLE STRICT
RETURN md5('accounts in ' || "browser")::uuid;

-- Distinct articles since a window's start, also those from a future that a clock gone back has left behind.
CREATE FUNCTION meter_use("own" UUID[], "beside" UUID, "article" UUID, "since" TIMESTAMPTZ)
RETURNS TABLE ("used" INTEGER, "hasRead" BOOLEAN, "oldest" TIMESTAMPTZ)
LANGUAGE sql STABLE AS $$
  SELECT count(*)::integer,
    coalesce(bool_or(opened."articleId" = "article" AND opened."isOwn"), false),
    min(opened."lastReadAt")
  FROM (
    SELECT reads."articleId", max(reads."readAt") AS "lastReadAt",
      bool_or(reads."subjectId" = ANY ("own")) AS "isOwn"
    FROM meter_reads AS reads
    WHERE reads."subjectId" = ANY ("own" || "beside") AND reads."readAt" >= "since"
    GROUP BY reads."articleId"
  ) AS opened
$$;

-- Somebody whose allowance is counted: the row is locked until the transaction ends.
CREATE FUNCTION meter_lock("subject" UUID, "subjectKind" "MeterSubjectKind", "at" TIMESTAMPTZ) RETURNS VOID
LANGUAGE sql AS $$
  INSERT INTO meter_subjects ("id", "kind", "userId", "seenAt")
  VALUES ("subject", "subjectKind", CASE WHEN "subjectKind" = 'reader' THEN "subject" END, "at")
  ON CONFLICT ("id") DO UPDATE SET "seenAt" = excluded."seenAt"
$$;

-- Carries what a stranger has read in a browser into an account, each read with its own time.
CREATE FUNCTION meter_carry("browser" UUID, "account" UUID, "at" TIMESTAMPTZ) RETURNS VOID
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
BEGIN
  IF EXISTS (
    SELECT reads."articleId", reads."readAt" FROM meter_reads AS reads WHERE reads."subjectId" = "browser"
    EXCEPT
    SELECT reads."articleId", reads."readAt" FROM meter_reads AS reads WHERE reads."subjectId" = "account"
  ) THEN
    PERFORM meter_lock("account", 'reader', "at");
    INSERT INTO meter_reads ("subjectId", "articleId", "readAt")
    SELECT "account", reads."articleId", reads."readAt" FROM meter_reads AS reads WHERE reads."subjectId" = "browser"
    ON CONFLICT DO NOTHING;
  END IF;
END
$$;

-- Opens an article by the meter: answers what was used before, and spends one unit where that is asked for and left.
-- Volatile, so that each statement in it sees what was committed before that statement began: what is counted after the
-- lock is held is what is there.
--   subject       whose allowance it is
--   browser       null, or the browser of a reader; or the one that a client without a cookie will come back as
--   allowed       units in the window
--   network       null for whoever is signed in; else the network that shares `networkAllowed` units in a day
CREATE FUNCTION meter_open(
  "subject" UUID, "subjectKind" "MeterSubjectKind", "browser" UUID, "article" UUID, "allowed" INTEGER,
  "since" TIMESTAMPTZ, "at" TIMESTAMPTZ, "maySpend" BOOLEAN, "network" TEXT, "networkAllowed" INTEGER
) RETURNS TABLE ("used" INTEGER, "hasRead" BOOLEAN, "oldest" TIMESTAMPTZ, "isSpent" BOOLEAN, "isNetworkSpent" BOOLEAN)
LANGUAGE plpgsql AS $$
#variable_conflict use_variable
DECLARE
  -- What she has read as a stranger in this browser is hers; what others have read in it is not.
  "own" UUID[] := CASE "subjectKind" WHEN 'reader' THEN array_remove(ARRAY["subject", "browser"], NULL) ELSE ARRAY["subject"] END;
  "beside" UUID := CASE "subjectKind" WHEN 'visitor' THEN meter_accounts_in("subject") END;
  "also" UUID := CASE "subjectKind" WHEN 'reader' THEN meter_accounts_in("browser") ELSE "browser" END;
  "day" DATE := ("at" AT TIME ZONE 'UTC')::date;
BEGIN
  "isSpent" := false;
  IF "maySpend" AND "subjectKind" = 'reader' AND "browser" IS NOT NULL THEN
    PERFORM meter_carry("browser", "subject", "at");
  END IF;
  SELECT seen.* INTO "used", "hasRead", "oldest" FROM meter_use("own", "beside", "article", "since") AS seen;
  "isNetworkSpent" := EXISTS (
    SELECT FROM network_tallies AS tally
    WHERE tally."network" = meter_open."network" AND tally."day" = "day" AND tally."used" >= "networkAllowed"
  );

  -- Most openings spend nothing: they take no lock and leave no row.
  IF NOT "maySpend" OR "hasRead" OR "used" >= "allowed" OR "isNetworkSpent" THEN
    RETURN NEXT;
    RETURN;
  END IF;

  PERFORM meter_lock("subject", "subjectKind", "at");
  IF "browser" IS NOT NULL THEN
    PERFORM meter_lock("browser", 'visitor', "at");
  END IF;
  IF "subjectKind" = 'reader' AND "browser" IS NOT NULL THEN
    PERFORM meter_lock("also", 'visitor', "at");
  END IF;
  SELECT seen.* INTO "used", "hasRead", "oldest" FROM meter_use("own", "beside", "article", "since") AS seen;

  IF NOT "hasRead" AND "used" < "allowed" THEN
    IF "network" IS NOT NULL THEN
      INSERT INTO network_tallies AS tally ("network", "day", "used")
      SELECT "network", "day", 1 WHERE "networkAllowed" > 0
      ON CONFLICT ON CONSTRAINT network_tallies_pkey DO UPDATE SET "used" = tally."used" + 1
      WHERE tally."used" < "networkAllowed";
      "isNetworkSpent" := NOT FOUND;
    END IF;
    IF NOT "isNetworkSpent" THEN
      INSERT INTO meter_reads ("subjectId", "articleId", "readAt")
      SELECT name, "article", "at" FROM unnest(array_remove(ARRAY["subject", "also"], NULL)) AS name
      ON CONFLICT DO NOTHING;
      "isSpent" := true;
    END IF;
  END IF;
  RETURN NEXT;
END
$$;
