-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "impersonatedFromId" UUID;

-- CreateIndex
CREATE INDEX "invoices_number_idx" ON "invoices"("number");

-- What must always hold, whatever the code does. Prisma's schema cannot say it.
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_impersonated_from_a_session" CHECK (("impersonatedById" IS NULL) = ("impersonatedFromId" IS NULL));
