-- AlterTable
ALTER TABLE "authenticators" ADD COLUMN     "nextSecret" BYTEA,
ALTER COLUMN "secret" DROP NOT NULL;

-- One that was being set up waits beside the one that holds.
UPDATE "authenticators" SET "nextSecret" = "secret", "secret" = NULL WHERE "confirmedAt" IS NULL;

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_confirmed_has_a_secret" CHECK (("secret" IS NULL) = ("confirmedAt" IS NULL));
