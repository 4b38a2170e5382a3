-- Search computed the words of every article that it looked at more closely; now each is taken apart once, as it is written.
DROP INDEX "articles_public_words_idx";

-- AlterTable
ALTER TABLE "articles" ADD COLUMN "publicWords" tsvector
GENERATED ALWAYS AS (to_tsvector('simple', "title" || ' ' || "standfirst" || ' ' || "previewText")) STORED;

-- CreateIndex
CREATE INDEX "articles_publicWords_idx" ON "articles" USING GIN ("publicWords");
