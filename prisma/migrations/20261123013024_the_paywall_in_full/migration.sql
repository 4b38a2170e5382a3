-- CreateEnum
CREATE TYPE "MeterSubjectKind" AS ENUM ('reader', 'visitor', 'cookieless');

-- CreateEnum
CREATE TYPE "AiCrawlers" AS ENUM ('allowed', 'licensed');

-- AlterEnum
ALTER TYPE "MeterWindow" ADD VALUE 'rolling_days';

-- DropForeignKey
ALTER TABLE "meter_reads" DROP CONSTRAINT "meter_reads_readerId_fkey";

-- DropForeignKey
ALTER TABLE "meter_tallies" DROP CONSTRAINT "meter_tallies_readerId_fkey";

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "createdById" UUID,
ADD COLUMN     "freeAfterDays" INTEGER,
ADD COLUMN     "freeForHours" INTEGER,
ADD COLUMN     "previewText" TEXT NOT NULL DEFAULT '';

-- A window is counted by when a unit was spent: another window or time zone gives nobody a new allowance.
ALTER TABLE "meter_reads" DROP CONSTRAINT "meter_reads_pkey";
ALTER TABLE "meter_reads" DROP COLUMN "period";
ALTER TABLE "meter_reads" RENAME COLUMN "readerId" TO "subjectId";
ALTER TABLE "meter_reads" ADD CONSTRAINT "meter_reads_pkey" PRIMARY KEY ("subjectId", "articleId", "readAt");

-- AlterTable
ALTER TABLE "meter_settings" ADD COLUMN     "cookielessLimit" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "exemptSectionIds" UUID[],
ADD COLUMN     "networkLimit" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "timeZone" TEXT NOT NULL DEFAULT 'UTC',
ADD COLUMN     "windowDays" INTEGER NOT NULL DEFAULT 30;

-- DropTable
DROP TABLE "meter_tallies";

-- CreateTable
CREATE TABLE "gate_defaults" (
    "id" UUID NOT NULL,
    "sectionId" UUID,
    "kind" "ArticleKind",
    "gate" "Gate" NOT NULL,
    "planIds" UUID[],
    "freeForHours" INTEGER,
    "freeAfterDays" INTEGER,

    CONSTRAINT "gate_defaults_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_subjects" (
    "id" UUID NOT NULL,
    "kind" "MeterSubjectKind" NOT NULL,
    "userId" UUID,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meter_subjects_pkey" PRIMARY KEY ("id")
);

-- A reader's subject has the account's own id.
INSERT INTO "meter_subjects" ("id", "kind", "userId", "seenAt")
SELECT "subjectId", 'reader', "subjectId", max("readAt") FROM "meter_reads" GROUP BY "subjectId";

-- CreateTable
CREATE TABLE "network_tallies" (
    "network" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "network_tallies_pkey" PRIMARY KEY ("network","day")
);

-- CreateTable
CREATE TABLE "gift_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "perMonth" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "openings" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gift_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gifts" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "giverId" UUID NOT NULL,
    "openings" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "gifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gift_openings" (
    "giftId" UUID NOT NULL,
    "openerId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gift_openings_pkey" PRIMARY KEY ("giftId","openerId")
);

-- CreateTable
CREATE TABLE "institutions" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "networks" TEXT[],
    "emailDomains" TEXT[],
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "institutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_reads" (
    "institutionId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "articleId" UUID NOT NULL,
    "reads" INTEGER NOT NULL,

    CONSTRAINT "institution_reads_pkey" PRIMARY KEY ("institutionId","day","articleId")
);

-- CreateTable
CREATE TABLE "machine_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "searchEnginesReadAll" BOOLEAN NOT NULL DEFAULT false,
    "aiCrawlers" "AiCrawlers" NOT NULL DEFAULT 'allowed',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "machine_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_previews" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "article_previews_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meter_subjects_kind_seenAt_idx" ON "meter_subjects"("kind", "seenAt");

-- CreateIndex
CREATE INDEX "meter_subjects_userId_idx" ON "meter_subjects"("userId");

-- CreateIndex
CREATE INDEX "network_tallies_day_idx" ON "network_tallies"("day");

-- CreateIndex
CREATE INDEX "gifts_giverId_createdAt_idx" ON "gifts"("giverId", "createdAt");

-- CreateIndex
CREATE INDEX "article_previews_articleId_createdAt_idx" ON "article_previews"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "meter_reads_subjectId_readAt_idx" ON "meter_reads"("subjectId", "readAt");

-- AddForeignKey
ALTER TABLE "gate_defaults" ADD CONSTRAINT "gate_defaults_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_subjects" ADD CONSTRAINT "meter_subjects_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reads" ADD CONSTRAINT "meter_reads_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "meter_subjects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_giverId_fkey" FOREIGN KEY ("giverId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_openings" ADD CONSTRAINT "gift_openings_giftId_fkey" FOREIGN KEY ("giftId") REFERENCES "gifts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_reads" ADD CONSTRAINT "institution_reads_institutionId_fkey" FOREIGN KEY ("institutionId") REFERENCES "institutions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_reads" ADD CONSTRAINT "institution_reads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_previews" ADD CONSTRAINT "article_previews_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The words of public parts that exist already, near enough for search until the article's next edit.
UPDATE "articles" SET "previewText" = left(replace(replace(replace(
  regexp_replace("previewHtml", '<[^>]*>', ' ', 'g'), '&lt;', '<'), '&gt;', '>'), '&amp;', '&'), 100000);

-- Search looks at what everybody may see, and at nothing else.
CREATE INDEX "articles_public_words_idx" ON "articles"
USING gin (to_tsvector('simple', "title" || ' ' || "standfirst" || ' ' || "previewText"));

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "articles" ADD CONSTRAINT "articles_free_times_are_positive" CHECK ("freeForHours" > 0 AND "freeAfterDays" > 0);
ALTER TABLE "gate_defaults" ADD CONSTRAINT "gate_defaults_free_times_are_positive" CHECK ("freeForHours" > 0 AND "freeAfterDays" > 0);
ALTER TABLE "meter_settings" ADD CONSTRAINT "meter_settings_of_strangers_are_not_negative" CHECK ("cookielessLimit" >= 0 AND "networkLimit" >= 0 AND "windowDays" > 0);
ALTER TABLE "meter_subjects" ADD CONSTRAINT "meter_subjects_readers_have_accounts" CHECK (("kind" = 'reader') = ("userId" IS NOT NULL));
ALTER TABLE "network_tallies" ADD CONSTRAINT "network_tallies_are_not_negative" CHECK ("used" >= 0);
ALTER TABLE "gift_settings" ADD CONSTRAINT "gift_settings_is_one_row" CHECK ("id" = 1);
ALTER TABLE "gift_settings" ADD CONSTRAINT "gift_settings_are_sensible" CHECK ("perMonth" >= 0 AND "days" > 0 AND "openings" > 0);
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_end_after_they_begin" CHECK ("expiresAt" > "createdAt" AND "openings" > 0);
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_end_after_they_begin" CHECK ("endsAt" > "startsAt");
ALTER TABLE "institution_reads" ADD CONSTRAINT "institution_reads_count_up" CHECK ("reads" > 0);
ALTER TABLE "machine_settings" ADD CONSTRAINT "machine_settings_is_one_row" CHECK ("id" = 1);
