-- A pass opens one version of an article. Whatever a reader is judged by makes another one, whoever writes it.
CREATE FUNCTION "count_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."version" := GREATEST(NEW."version", OLD."version" + 1);
  RETURN NEW;
END $$;

CREATE TRIGGER "articles_gates_count_versions" BEFORE UPDATE ON "articles" FOR EACH ROW
WHEN (
  (OLD."gate", OLD."planIds", OLD."freeForHours", OLD."freeAfterDays", OLD."status", OLD."publishedAt",
    OLD."sectionId", OLD."createdById")
  IS DISTINCT FROM
  (NEW."gate", NEW."planIds", NEW."freeForHours", NEW."freeAfterDays", NEW."status", NEW."publishedAt",
    NEW."sectionId", NEW."createdById")
)
EXECUTE FUNCTION "count_version"();
