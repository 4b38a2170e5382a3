-- CreateEnum
CREATE TYPE "ArticleKind" AS ENUM ('story', 'memo', 'trend_report', 'briefing');

-- CreateEnum
CREATE TYPE "Gate" AS ENUM ('public', 'registered', 'metered', 'members');

-- CreateEnum
CREATE TYPE "ArticleStatus" AS ENUM ('draft', 'published', 'unpublished');

-- CreateEnum
CREATE TYPE "CheckoutStatus" AS ENUM ('open', 'completed', 'expired');

-- CreateEnum
CREATE TYPE "WebhookEventStatus" AS ENUM ('received', 'processed', 'ignored', 'failed');

-- CreateEnum
CREATE TYPE "MembershipStatus" AS ENUM ('incomplete', 'trialing', 'active', 'past_due', 'unpaid', 'paused', 'blocked', 'ended');

-- CreateEnum
CREATE TYPE "MeterWindow" AS ENUM ('calendar_month');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('person', 'team');

-- CreateEnum
CREATE TYPE "BillingInterval" AS ENUM ('month', 'year');

-- CreateEnum
CREATE TYPE "PriceStatus" AS ENUM ('pending', 'active', 'archived');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('author', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "ProofPurpose" AS ENUM ('registration', 'sign_in', 'password_reset');

-- CreateEnum
CREATE TYPE "SessionKind" AS ENUM ('token', 'cookie');

-- CreateTable
CREATE TABLE "sections" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authors" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bio" TEXT,

    CONSTRAINT "authors_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tags" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "kind" "ArticleKind" NOT NULL,
    "gate" "Gate" NOT NULL DEFAULT 'members',
    "planIds" UUID[],
    "status" "ArticleStatus" NOT NULL DEFAULT 'draft',
    "sectionId" UUID,
    "heroUrl" TEXT,
    "heroAlt" TEXT,
    "heroCaption" TEXT,
    "heroCredit" TEXT,
    "previewHtml" TEXT NOT NULL,
    "currentTextId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_texts" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "editorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_authors" (
    "articleId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_authors_pkey" PRIMARY KEY ("articleId","authorId")
);

-- CreateTable
CREATE TABLE "article_tags" (
    "articleId" UUID NOT NULL,
    "tagId" UUID NOT NULL,

    CONSTRAINT "article_tags_pkey" PRIMARY KEY ("articleId","tagId")
);

-- CreateTable
CREATE TABLE "stripe_customers" (
    "userId" UUID NOT NULL,
    "stripeCustomerId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "syncsBegun" INTEGER NOT NULL DEFAULT 0,
    "syncWritten" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stripe_customers_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "stripe_products" (
    "planId" UUID NOT NULL,
    "stripeProductId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_products_pkey" PRIMARY KEY ("planId")
);

-- CreateTable
CREATE TABLE "stripe_prices" (
    "priceId" UUID NOT NULL,
    "stripePriceId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_prices_pkey" PRIMARY KEY ("priceId")
);

-- CreateTable
CREATE TABLE "stripe_subscriptions" (
    "stripeSubscriptionId" TEXT NOT NULL,
    "stripeCustomerId" TEXT NOT NULL,
    "membershipId" UUID NOT NULL,
    "syncedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_subscriptions_pkey" PRIMARY KEY ("stripeSubscriptionId")
);

-- CreateTable
CREATE TABLE "checkouts" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "priceId" UUID NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "trialDays" INTEGER NOT NULL DEFAULT 0,
    "status" "CheckoutStatus" NOT NULL DEFAULT 'open',
    "stripeSessionId" TEXT,
    "url" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "stripeEventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "stripeCustomerId" TEXT,
    "payload" JSONB NOT NULL,
    "status" "WebhookEventStatus" NOT NULL DEFAULT 'received',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("stripeEventId")
);

-- CreateTable
CREATE TABLE "invoices" (
    "stripeInvoiceId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "stripeSubscriptionId" TEXT,
    "number" TEXT,
    "status" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "amountPaid" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "hostedUrl" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("stripeInvoiceId")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "priceId" UUID,
    "status" "MembershipStatus" NOT NULL,
    "ofRecord" BOOLEAN NOT NULL DEFAULT false,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "trialEndsAt" TIMESTAMPTZ(3),
    "currentPeriodEnd" TIMESTAMPTZ(3),
    "cancelsAt" TIMESTAMPTZ(3),
    "pastDueSince" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial_uses" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "normalizedEmail" TEXT NOT NULL,
    "cardFingerprint" TEXT,
    "membershipId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trial_uses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "anonymousLimit" INTEGER NOT NULL,
    "registeredLimit" INTEGER NOT NULL,
    "window" "MeterWindow" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meter_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_reads" (
    "readerId" UUID NOT NULL,
    "period" TIMESTAMPTZ(3) NOT NULL,
    "articleId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meter_reads_pkey" PRIMARY KEY ("readerId","period","articleId")
);

-- CreateTable
CREATE TABLE "meter_tallies" (
    "readerId" UUID NOT NULL,
    "period" TIMESTAMPTZ(3) NOT NULL,
    "used" INTEGER NOT NULL,

    CONSTRAINT "meter_tallies_pkey" PRIMARY KEY ("readerId","period")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "benefits" TEXT[],
    "trialDays" INTEGER NOT NULL DEFAULT 0,
    "audience" "Audience" NOT NULL DEFAULT 'person',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prices" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "interval" "BillingInterval" NOT NULL,
    "status" "PriceStatus" NOT NULL DEFAULT 'pending',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "activatedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "prices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "passwordHash" TEXT,
    "roles" "Role"[],
    "bannedAt" TIMESTAMPTZ(3),
    "banReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email_proofs" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "purpose" "ProofPurpose" NOT NULL,
    "codeHash" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "email_proofs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "SessionKind" NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "rotatedAt" TIMESTAMPTZ(3) NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sections_slug_key" ON "sections"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "authors_slug_key" ON "authors"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tags_slug_key" ON "tags"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "articles_slug_key" ON "articles"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "articles_currentTextId_key" ON "articles"("currentTextId");

-- CreateIndex
CREATE INDEX "articles_status_publishedAt_id_idx" ON "articles"("status", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "articles_sectionId_publishedAt_idx" ON "articles"("sectionId", "publishedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "article_texts_articleId_number_key" ON "article_texts"("articleId", "number");

-- CreateIndex
CREATE INDEX "article_authors_authorId_idx" ON "article_authors"("authorId");

-- CreateIndex
CREATE INDEX "article_tags_tagId_idx" ON "article_tags"("tagId");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_customers_stripeCustomerId_key" ON "stripe_customers"("stripeCustomerId");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_products_stripeProductId_key" ON "stripe_products"("stripeProductId");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_prices_stripePriceId_key" ON "stripe_prices"("stripePriceId");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_subscriptions_membershipId_key" ON "stripe_subscriptions"("membershipId");

-- CreateIndex
CREATE INDEX "stripe_subscriptions_stripeCustomerId_idx" ON "stripe_subscriptions"("stripeCustomerId");

-- CreateIndex
CREATE UNIQUE INDEX "checkouts_stripeSessionId_key" ON "checkouts"("stripeSessionId");

-- CreateIndex
CREATE INDEX "checkouts_userId_idx" ON "checkouts"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "checkouts_one_open" ON "checkouts"("userId") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "webhook_events_status_receivedAt_idx" ON "webhook_events"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "webhook_events_stripeCustomerId_status_idx" ON "webhook_events"("stripeCustomerId", "status");

-- CreateIndex
CREATE INDEX "invoices_userId_createdAt_idx" ON "invoices"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "memberships_userId_idx" ON "memberships"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_one_of_record" ON "memberships"("userId") WHERE ("ofRecord");

-- CreateIndex
CREATE UNIQUE INDEX "trial_uses_membershipId_key" ON "trial_uses"("membershipId");

-- CreateIndex
CREATE INDEX "trial_uses_userId_idx" ON "trial_uses"("userId");

-- CreateIndex
CREATE INDEX "trial_uses_normalizedEmail_idx" ON "trial_uses"("normalizedEmail");

-- CreateIndex
CREATE INDEX "trial_uses_cardFingerprint_idx" ON "trial_uses"("cardFingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "plans_slug_key" ON "plans"("slug");

-- CreateIndex
CREATE INDEX "prices_planId_idx" ON "prices"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "prices_one_active" ON "prices"("planId", "currency", "interval") WHERE (status = 'active');

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "email_proofs_tokenHash_key" ON "email_proofs"("tokenHash");

-- CreateIndex
CREATE INDEX "email_proofs_email_purpose_expiresAt_idx" ON "email_proofs"("email", "purpose", "expiresAt");

-- CreateIndex
CREATE INDEX "sessions_userId_endedAt_idx" ON "sessions"("userId", "endedAt");

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_currentTextId_fkey" FOREIGN KEY ("currentTextId") REFERENCES "article_texts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_texts" ADD CONSTRAINT "article_texts_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_authors" ADD CONSTRAINT "article_authors_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_authors" ADD CONSTRAINT "article_authors_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "authors"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "tags"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_customers" ADD CONSTRAINT "stripe_customers_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_products" ADD CONSTRAINT "stripe_products_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_prices" ADD CONSTRAINT "stripe_prices_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "prices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stripe_subscriptions" ADD CONSTRAINT "stripe_subscriptions_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "memberships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "prices"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "prices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reads" ADD CONSTRAINT "meter_reads_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reads" ADD CONSTRAINT "meter_reads_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_tallies" ADD CONSTRAINT "meter_tallies_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prices" ADD CONSTRAINT "prices_planId_fkey" FOREIGN KEY ("planId") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "users" ADD CONSTRAINT "users_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "email_proofs" ADD CONSTRAINT "email_proofs_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "email_proofs" ADD CONSTRAINT "email_proofs_attempts_count_up" CHECK ("attempts" >= 0);
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_generation_counts_up" CHECK ("generation" >= 0);
ALTER TABLE "plans" ADD CONSTRAINT "plans_trial_in_days" CHECK ("trialDays" BETWEEN 0 AND 730);
ALTER TABLE "prices" ADD CONSTRAINT "prices_amount_is_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "prices" ADD CONSTRAINT "prices_currency_is_lower_case" CHECK ("currency" ~ '^[a-z]{3}$');
ALTER TABLE "articles" ADD CONSTRAINT "articles_published_is_whole" CHECK ("status" <> 'published' OR ("publishedAt" IS NOT NULL AND "currentTextId" IS NOT NULL));
ALTER TABLE "article_texts" ADD CONSTRAINT "article_texts_number_from_one" CHECK ("number" >= 1);
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_have_a_seat" CHECK ("seats" >= 1);
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_past_due_since_first_failure" CHECK ("pastDueSince" IS NULL OR "status" = 'past_due');
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_have_a_seat" CHECK ("seats" >= 1);
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_trial_is_not_negative" CHECK ("trialDays" >= 0);
ALTER TABLE "stripe_customers" ADD CONSTRAINT "stripe_customers_write_what_began" CHECK ("syncWritten" <= "syncsBegun");
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_currency_is_lower_case" CHECK ("currency" ~ '^[a-z]{3}$');
ALTER TABLE "meter_settings" ADD CONSTRAINT "meter_settings_is_one_row" CHECK ("id" = 1);
ALTER TABLE "meter_settings" ADD CONSTRAINT "meter_settings_are_not_negative" CHECK ("anonymousLimit" >= 0 AND "registeredLimit" >= 0);
ALTER TABLE "meter_tallies" ADD CONSTRAINT "meter_tallies_are_not_negative" CHECK ("used" >= 0);
