-- CreateIndex
CREATE INDEX "articles_createdById_id_idx" ON "articles"("createdById", "id" DESC);

-- CreateIndex
CREATE INDEX "meter_reads_articleId_idx" ON "meter_reads"("articleId");

-- CreateIndex
CREATE INDEX "meter_reads_readAt_idx" ON "meter_reads"("readAt");

-- CreateIndex
CREATE INDEX "gifts_articleId_idx" ON "gifts"("articleId");

-- CreateIndex
CREATE INDEX "gift_openings_openerId_idx" ON "gift_openings"("openerId");

-- CreateIndex
CREATE INDEX "institution_reads_articleId_idx" ON "institution_reads"("articleId");

-- What was begun before articles knew whose they are belongs to whoever wrote its first version.
UPDATE "articles" SET "createdById" = first."editorId"
FROM "article_texts" AS first
WHERE first."articleId" = "articles"."id" AND first."number" = 1 AND "articles"."createdById" IS NULL
  AND first."editorId" IS NOT NULL;
