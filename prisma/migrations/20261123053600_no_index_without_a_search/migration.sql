-- Members are found by any part of an address, which no index by its beginning helps; a whole one is found by its unique index.
-- DropIndex
DROP INDEX "users_email_idx";
