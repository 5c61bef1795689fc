-- AlterTable
ALTER TABLE "event" ADD COLUMN     "confirmed_at" TEXT;

-- AlterTable
ALTER TABLE "field" ADD COLUMN     "confirmed_at" TEXT,
ADD COLUMN     "source_url" TEXT;

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "confirmed_at" TEXT,
ADD COLUMN     "source_url" TEXT;

-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "confirmed_at" TEXT,
ADD COLUMN     "source_url" TEXT;
