-- By its beginning: an index in the database's own order may not find that.
CREATE INDEX "articles_slug_idx" ON "articles"("slug" COLLATE "C");

-- CreateIndex
CREATE INDEX "articles_updatedAt_id_idx" ON "articles"("updatedAt" DESC, "id" DESC);
