-- CreateEnum
CREATE TYPE "office_confidence" AS ENUM ('OWN_PAGE', 'OFFICIAL_LIST', 'SECONDARY');

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "office_confidence" "office_confidence",
ADD COLUMN     "office_email" TEXT,
ADD COLUMN     "office_note" TEXT,
ADD COLUMN     "office_organisation" TEXT,
ADD COLUMN     "office_phone" TEXT,
ADD COLUMN     "office_place" TEXT,
ADD COLUMN     "office_postcode" TEXT,
ADD COLUMN     "office_source_date" TEXT,
ADD COLUMN     "office_source_url" TEXT,
ADD COLUMN     "office_street" TEXT;
