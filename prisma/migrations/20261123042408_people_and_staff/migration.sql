-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('waiting', 'running', 'done', 'failed');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('waiting', 'created', 'changed', 'unchanged', 'refused');

-- CreateEnum
CREATE TYPE "ChallengeKind" AS ENUM ('second_factor', 'passkey_registration', 'passkey_sign_in');

-- AlterEnum
ALTER TYPE "ArticleStatus" ADD VALUE 'scheduled';

-- AlterEnum
ALTER TYPE "ProofPurpose" ADD VALUE 'email_change';
ALTER TYPE "ProofPurpose" ADD VALUE 'fresh_proof';

-- AlterTable
ALTER TABLE "article_texts" ADD COLUMN     "standfirst" TEXT,
ADD COLUMN     "title" TEXT;

-- What older versions were called is not known: they get the words of today.
UPDATE "article_texts" t SET "title" = a."title", "standfirst" = a."standfirst" FROM "articles" a WHERE a."id" = t."articleId";
ALTER TABLE "article_texts" ALTER COLUMN "title" SET NOT NULL, ALTER COLUMN "standfirst" SET NOT NULL;

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "publishAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "address" TEXT,
ADD COLUMN     "after" JSONB,
ADD COLUMN     "before" JSONB;

-- AlterTable
ALTER TABLE "email_proofs" ADD COLUMN     "requestHash" TEXT,
ADD COLUMN     "userId" UUID;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "impersonatedById" UUID,
ADD COLUMN     "provenAt" TIMESTAMPTZ(3),
ADD COLUMN     "secondFactorAt" TIMESTAMPTZ(3);

UPDATE "sessions" SET "provenAt" = "createdAt";
ALTER TABLE "sessions" ALTER COLUMN "provenAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "member_imports" (
    "id" UUID NOT NULL,
    "startedById" UUID NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'waiting',
    "total" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "member_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member_import_lines" (
    "importId" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "outcome" "ImportOutcome" NOT NULL DEFAULT 'waiting',
    "message" TEXT,

    CONSTRAINT "member_import_lines_pkey" PRIMARY KEY ("importId","line")
);

-- CreateTable
CREATE TABLE "former_slugs" (
    "slug" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "leftAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_slugs_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "limits" (
    "key" BYTEA NOT NULL,
    "emptyAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "authenticators" (
    "userId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER,

    CONSTRAINT "authenticators_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "challenges" (
    "id" UUID NOT NULL,
    "kind" "ChallengeKind" NOT NULL,
    "userId" UUID,
    "secret" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_places" (
    "userId" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_places_pkey" PRIMARY KEY ("userId","place")
);

-- CreateTable
CREATE TABLE "member_notes" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "writerId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "member_imports_createdAt_idx" ON "member_imports"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "member_import_lines_importId_outcome_idx" ON "member_import_lines"("importId", "outcome");

-- CreateIndex
CREATE INDEX "former_slugs_articleId_idx" ON "former_slugs"("articleId");

-- CreateIndex
CREATE INDEX "limits_emptyAt_idx" ON "limits"("emptyAt");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_codes_userId_codeHash_key" ON "recovery_codes"("userId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "passkeys_credentialId_key" ON "passkeys"("credentialId");

-- CreateIndex
CREATE INDEX "passkeys_userId_idx" ON "passkeys"("userId");

-- CreateIndex
CREATE INDEX "challenges_userId_idx" ON "challenges"("userId");

-- CreateIndex
CREATE INDEX "challenges_expiresAt_idx" ON "challenges"("expiresAt");

-- CreateIndex
CREATE INDEX "known_places_seenAt_idx" ON "known_places"("seenAt");

-- CreateIndex
CREATE INDEX "member_notes_userId_idx" ON "member_notes"("userId");

-- CreateIndex
CREATE INDEX "articles_status_publishAt_idx" ON "articles"("status", "publishAt");

-- CreateIndex
CREATE INDEX "audit_entries_actorId_at_idx" ON "audit_entries"("actorId", "at" DESC);

-- CreateIndex
CREATE INDEX "email_proofs_userId_idx" ON "email_proofs"("userId");

-- CreateIndex
CREATE INDEX "sessions_expiresAt_idx" ON "sessions"("expiresAt");

-- CreateIndex
CREATE INDEX "users_email_idx" ON "users"("email" text_pattern_ops);

-- CreateIndex
CREATE INDEX "users_labels_idx" ON "users" USING GIN ("labels");

-- AddForeignKey
ALTER TABLE "member_import_lines" ADD CONSTRAINT "member_import_lines_importId_fkey" FOREIGN KEY ("importId") REFERENCES "member_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_slugs" ADD CONSTRAINT "former_slugs_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email_proofs" ADD CONSTRAINT "email_proofs_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_places" ADD CONSTRAINT "known_places_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_notes" ADD CONSTRAINT "member_notes_userId_fkey" FOREIGN KEY ("userId") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
-- As text, since the transaction that adds a value to an enum may not use it.
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_for_an_instant" CHECK (("status"::text = 'scheduled') = ("publishAt" IS NOT NULL));
ALTER TABLE "email_proofs" ADD CONSTRAINT "email_proofs_change_whose_account" CHECK ("purpose"::text NOT IN ('email_change', 'fresh_proof') OR "userId" IS NOT NULL);
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_of_somebody_known" CHECK ("kind" = 'passkey_sign_in' OR "userId" IS NOT NULL);
ALTER TABLE "member_imports" ADD CONSTRAINT "member_imports_total_is_not_negative" CHECK ("total" >= 0);

-- A record that can be emptied at once is no record.
CREATE TRIGGER "ledger_lines_never_emptied" BEFORE TRUNCATE ON "ledger_lines" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_entries_never_emptied" BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "consents_never_emptied" BEFORE TRUNCATE ON "consents" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
