-- AlterTable
ALTER TABLE "article_texts" ADD COLUMN     "words" INTEGER NOT NULL DEFAULT 0;

-- Versions from before are counted by their spaces, which is close enough to tell them apart.
UPDATE "article_texts" SET "words" = (
  SELECT count(*) FROM regexp_split_to_table(regexp_replace("bodyHtml", '<[^>]*>', ' ', 'g'), '\s+') AS word
  WHERE word <> ''
);

-- AlterTable
ALTER TABLE "member_imports" ADD COLUMN     "dryRun" BOOLEAN NOT NULL DEFAULT false;
