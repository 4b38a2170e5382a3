-- What the overview counts: reads and joins of articles by the day, and indexes for what was there already.
-- AlterTable
ALTER TABLE "checkouts" ADD COLUMN     "articleId" UUID;

-- CreateTable
CREATE TABLE "article_days" (
    "articleId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "fullReads" INTEGER NOT NULL DEFAULT 0,
    "teasers" INTEGER NOT NULL DEFAULT 0,
    "joins" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_days_pkey" PRIMARY KEY ("articleId","day")
);

-- CreateIndex
CREATE INDEX "article_days_day_idx" ON "article_days"("day");

-- CreateIndex
CREATE INDEX "checkouts_articleId_idx" ON "checkouts"("articleId");

-- CreateIndex
CREATE INDEX "invoices_open" ON "invoices"("stripeSubscriptionId") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "ledger_lines_payments" ON "ledger_lines"("stripeSubscriptionId", "occurredAt") WHERE (kind = 'payment');

-- CreateIndex
CREATE INDEX "ledger_lines_covering" ON "ledger_lines"("periodEnd") WHERE (kind = 'payment');

-- CreateIndex
CREATE INDEX "memberships_of_plan" ON "memberships"("planId") WHERE ("ofRecord");

-- CreateIndex
CREATE INDEX "memberships_arriving" ON "memberships"("nextPriceId") WHERE ("nextPriceId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "memberships_endedAt_idx" ON "memberships"("endedAt");

-- CreateIndex
CREATE INDEX "trial_uses_startedAt_idx" ON "trial_uses"("startedAt");

-- AddForeignKey
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_days" ADD CONSTRAINT "article_days_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "article_days" ADD CONSTRAINT "article_days_count_up" CHECK ("fullReads" >= 0 AND "teasers" >= 0 AND "joins" >= 0);
