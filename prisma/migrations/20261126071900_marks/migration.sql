-- CreateTable
CREATE TABLE "catalogue" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);
INSERT INTO "catalogue" DEFAULT VALUES;

-- AlterTable
-- What is there already gets none, so that the feeds tell of it under the same ids as before.
ALTER TABLE "revision" ADD COLUMN "mark" UUID;
ALTER TABLE "revision" ALTER COLUMN "mark" SET DEFAULT gen_random_uuid();
