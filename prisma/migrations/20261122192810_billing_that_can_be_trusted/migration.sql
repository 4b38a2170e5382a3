-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('payment', 'refund', 'refund_failed', 'dispute', 'dispute_won');

-- CreateEnum
CREATE TYPE "MembershipSource" AS ENUM ('sold', 'complimentary');

-- AlterEnum
ALTER TYPE "WebhookEventStatus" ADD VALUE 'quarantined';

-- DropIndex
DROP INDEX "trial_uses_normalizedEmail_idx";

-- AlterTable
ALTER TABLE "checkouts" ADD COLUMN     "promotionCode" TEXT,
ADD COLUMN     "requestKey" TEXT;

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "nextPriceAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextPriceId" UUID,
ADD COLUMN     "payUrl" TEXT,
ADD COLUMN     "source" "MembershipSource" NOT NULL DEFAULT 'sold';

-- AlterTable
DROP INDEX "stripe_customers_stripeCustomerId_key";
ALTER TABLE "stripe_customers" DROP CONSTRAINT "stripe_customers_pkey",
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "syncedAt" TIMESTAMPTZ(3),
ADD CONSTRAINT "stripe_customers_pkey" PRIMARY KEY ("stripeCustomerId");
CREATE INDEX "stripe_customers_userId_idx" ON "stripe_customers"("userId");
CREATE UNIQUE INDEX "stripe_customers_one_in_use" ON "stripe_customers"("userId") WHERE ("deletedAt" IS NULL);

-- AlterTable
ALTER TABLE "stripe_subscriptions" RENAME COLUMN "syncedAt" TO "createdAt";

-- AlterTable
ALTER TABLE "trial_uses" RENAME COLUMN "normalizedEmail" TO "addressHash";
ALTER TABLE "trial_uses" ADD COLUMN     "isRepeat" BOOLEAN NOT NULL DEFAULT false;
UPDATE "trial_uses" SET "addressHash" = encode(sha256(convert_to("addressHash", 'UTF8')), 'hex');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "webhook_events" ADD COLUMN     "wasReplayed" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_lines" (
    "id" UUID NOT NULL,
    "stripeKey" TEXT NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "userId" UUID NOT NULL,
    "stripeInvoiceId" TEXT,
    "stripeSubscriptionId" TEXT,
    "stripePaymentIntentId" TEXT,
    "priceId" UUID,
    "periodStart" TIMESTAMPTZ(3),
    "periodEnd" TIMESTAMPTZ(3),
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_letters" (
    "key" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_letters_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "checkoutId" UUID NOT NULL,
    "termsVersion" TEXT NOT NULL,
    "termsUrl" TEXT,
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "interval" "BillingInterval" NOT NULL,
    "trialDays" INTEGER NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_replays" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "through" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_replays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reconciliation_runs" (
    "id" UUID NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "compared" INTEGER NOT NULL DEFAULT 0,
    "differed" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "reconciliation_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entries_subject_subjectId_idx" ON "audit_entries"("subject", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_lines_stripeKey_key" ON "ledger_lines"("stripeKey");

-- CreateIndex
CREATE INDEX "ledger_lines_userId_occurredAt_idx" ON "ledger_lines"("userId", "occurredAt");

-- CreateIndex
CREATE INDEX "ledger_lines_occurredAt_idx" ON "ledger_lines"("occurredAt");

-- CreateIndex
CREATE INDEX "ledger_lines_stripePaymentIntentId_idx" ON "ledger_lines"("stripePaymentIntentId");

-- CreateIndex
CREATE INDEX "billing_letters_userId_idx" ON "billing_letters"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "consents_checkoutId_key" ON "consents"("checkoutId");

-- CreateIndex
CREATE INDEX "consents_userId_idx" ON "consents"("userId");

-- CreateIndex
CREATE INDEX "reconciliation_runs_startedAt_idx" ON "reconciliation_runs"("startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "checkouts_userId_requestKey_key" ON "checkouts"("userId", "requestKey");

-- CreateIndex
CREATE INDEX "trial_uses_addressHash_idx" ON "trial_uses"("addressHash");

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_checkoutId_fkey" FOREIGN KEY ("checkoutId") REFERENCES "checkouts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_nextPriceId_fkey" FOREIGN KEY ("nextPriceId") REFERENCES "prices"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_given_until_a_date" CHECK ("source" <> 'complimentary' OR ("cancelsAt" IS NOT NULL AND "priceId" IS NULL));
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_next_price_has_a_date" CHECK (("nextPriceId" IS NULL) = ("nextPriceAt" IS NULL));
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_currency_is_lower_case" CHECK ("currency" ~ '^[a-z]{3}$');
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_sign_says_the_way" CHECK (CASE WHEN "kind" IN ('refund', 'dispute') THEN "amount" < 0 ELSE "amount" > 0 END);
ALTER TABLE "consents" ADD CONSTRAINT "consents_amount_is_not_negative" CHECK ("amount" >= 0);
ALTER TABLE "event_replays" ADD CONSTRAINT "event_replays_is_one_row" CHECK ("id" = 1);

-- Books and records are added to, never changed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: add a line instead', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "ledger_lines_append_only" BEFORE UPDATE OR DELETE ON "ledger_lines" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "consents_append_only" BEFORE UPDATE OR DELETE ON "consents" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
