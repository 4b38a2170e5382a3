-- AlterTable
ALTER TABLE "trial_uses" ADD COLUMN     "laterAddressHashes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "trial_uses_laterAddressHashes_idx" ON "trial_uses" USING GIN ("laterAddressHashes");
