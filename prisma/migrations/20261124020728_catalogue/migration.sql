-- Similarity search over folded text (api/catalogue/search.ts).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "municipality_kind" AS ENUM ('STADTKREIS', 'LANDKREIS', 'GROSSE_KREISSTADT', 'STADT', 'GEMEINDE');

-- CreateEnum
CREATE TYPE "project_status" AS ENUM ('IDEA', 'PLANNED', 'RUNNING', 'COMPLETED', 'DISCONTINUED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "strategy_status" AS ENUM ('PLANNED', 'IN_PREPARATION', 'ADOPTED', 'IN_IMPLEMENTATION', 'SUPERSEDED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "participation_role" AS ENUM ('LEAD', 'PARTNER');

-- CreateEnum
CREATE TYPE "engagement_level" AS ENUM ('ACTIVE', 'INTERESTED');

-- CreateEnum
CREATE TYPE "count_precision" AS ENUM ('EXACT', 'ABOUT', 'ALMOST', 'MORE_THAN');

-- CreateEnum
CREATE TYPE "change_action" AS ENUM ('ADDED', 'CHANGED', 'REMOVED');

-- CreateTable
CREATE TABLE "municipality" (
    "ags" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "name_sort" TEXT COLLATE "C" NOT NULL,
    "kind" "municipality_kind" NOT NULL,
    "district" TEXT COLLATE "C",
    "seat" TEXT,
    "population" INTEGER,
    "population_date" TEXT COLLATE "C",
    "area_km2" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "website" TEXT,
    "wfr_member" BOOLEAN,
    "source" TEXT NOT NULL,
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("ags")
);

-- CreateTable
CREATE TABLE "neighbour" (
    "ags" TEXT COLLATE "C" NOT NULL,
    "neighbour" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "neighbour_pkey" PRIMARY KEY ("ags","neighbour")
);

-- CreateTable
CREATE TABLE "field" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "name_de" TEXT NOT NULL,
    "name_en" TEXT,
    "description_de" TEXT,
    "description_en" TEXT,
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "field_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "topic" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "name_de" TEXT NOT NULL,
    "name_en" TEXT,
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "project" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_sort" TEXT COLLATE "C" NOT NULL,
    "status" "project_status" NOT NULL,
    "period_start" TEXT COLLATE "C",
    "period_end" TEXT COLLATE "C",
    "region_wide" BOOLEAN NOT NULL DEFAULT false,
    "summary_de" TEXT,
    "summary_en" TEXT,
    "funding_programme" TEXT,
    "budget_eur" INTEGER,
    "website" TEXT,
    "contact" TEXT COLLATE "C",
    "reusable" BOOLEAN,
    "reuse_url" TEXT,
    "source_url" TEXT NOT NULL,
    "source_date" TEXT COLLATE "C",
    "confirmed_at" TEXT COLLATE "C",
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "participation" (
    "project" TEXT COLLATE "C" NOT NULL,
    "municipality" TEXT COLLATE "C" NOT NULL,
    "role" "participation_role" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("project","municipality")
);

-- CreateTable
CREATE TABLE "project_field" (
    "project" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "project_field_pkey" PRIMARY KEY ("project","field")
);

-- CreateTable
CREATE TABLE "project_topic" (
    "project" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "project_topic_pkey" PRIMARY KEY ("project","topic")
);

-- CreateTable
CREATE TABLE "strategy" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_sort" TEXT COLLATE "C" NOT NULL,
    "status" "strategy_status" NOT NULL,
    "adopted_on" TEXT COLLATE "C",
    "period_start" TEXT COLLATE "C",
    "period_end" TEXT COLLATE "C",
    "summary_de" TEXT,
    "summary_en" TEXT,
    "document_url" TEXT,
    "contact" TEXT COLLATE "C",
    "source_url" TEXT NOT NULL,
    "source_date" TEXT COLLATE "C",
    "confirmed_at" TEXT COLLATE "C",
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "strategy_owner" (
    "strategy" TEXT COLLATE "C" NOT NULL,
    "municipality" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "strategy_owner_pkey" PRIMARY KEY ("strategy","municipality")
);

-- CreateTable
CREATE TABLE "strategy_field" (
    "strategy" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "strategy_field_pkey" PRIMARY KEY ("strategy","field")
);

-- CreateTable
CREATE TABLE "contact" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "organisation" TEXT NOT NULL,
    "organisation_sort" TEXT COLLATE "C" NOT NULL,
    "unit" TEXT,
    "person" TEXT,
    "role_de" TEXT,
    "role_en" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "municipality" TEXT COLLATE "C",
    "region_wide" BOOLEAN NOT NULL DEFAULT false,
    "consent_on" TEXT COLLATE "C",
    "consent_review_on" TEXT COLLATE "C",
    "source_url" TEXT NOT NULL,
    "confirmed_at" TEXT COLLATE "C",
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "contact_field" (
    "contact" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "contact_field_pkey" PRIMARY KEY ("contact","field")
);

-- CreateTable
CREATE TABLE "engagement" (
    "contact" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,
    "level" "engagement_level" NOT NULL,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("contact","field")
);

-- CreateTable
CREATE TABLE "event" (
    "slug" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "title_sort" TEXT COLLATE "C" NOT NULL,
    "date" TEXT COLLATE "C" NOT NULL,
    "place" TEXT,
    "organiser" TEXT,
    "summary_de" TEXT,
    "summary_en" TEXT,
    "rounds" INTEGER,
    "tables" INTEGER,
    "participants" INTEGER,
    "participants_precision" "count_precision",
    "source_url" TEXT NOT NULL,
    "changed_revision" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "event_outcome" (
    "event" TEXT COLLATE "C" NOT NULL,
    "field" TEXT COLLATE "C" NOT NULL,
    "volunteers" BOOLEAN,

    CONSTRAINT "event_outcome_pkey" PRIMARY KEY ("event","field")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "entity" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "title" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("entity","key")
);

-- CreateTable
CREATE TABLE "revision" (
    "number" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "message" TEXT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "revision_change" (
    "number" INTEGER NOT NULL,
    "entity" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "action" "change_action" NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "revision_change_pkey" PRIMARY KEY ("number","entity","key")
);

-- CreateIndex
CREATE INDEX "municipality_name_sort_ags_idx" ON "municipality"("name_sort", "ags");

-- CreateIndex
CREATE INDEX "municipality_district_ags_idx" ON "municipality"("district", "ags");

-- CreateIndex
CREATE INDEX "municipality_population_ags_idx" ON "municipality"("population", "ags");

-- CreateIndex
CREATE INDEX "municipality_kind_ags_idx" ON "municipality"("kind", "ags");

-- CreateIndex
CREATE INDEX "municipality_changed_revision_ags_idx" ON "municipality"("changed_revision", "ags");

-- CreateIndex
CREATE INDEX "neighbour_neighbour_idx" ON "neighbour"("neighbour");

-- CreateIndex
CREATE INDEX "field_position_slug_idx" ON "field"("position", "slug");

-- CreateIndex
CREATE INDEX "project_title_sort_slug_idx" ON "project"("title_sort", "slug");

-- CreateIndex
CREATE INDEX "project_status_slug_idx" ON "project"("status", "slug");

-- CreateIndex
CREATE INDEX "project_status_title_sort_slug_idx" ON "project"("status", "title_sort", "slug");

-- CreateIndex
CREATE INDEX "project_period_start_slug_idx" ON "project"("period_start", "slug");

-- CreateIndex
CREATE INDEX "project_period_end_slug_idx" ON "project"("period_end", "slug");

-- CreateIndex
CREATE INDEX "project_contact_slug_idx" ON "project"("contact", "slug");

-- CreateIndex
CREATE INDEX "project_confirmed_at_slug_idx" ON "project"("confirmed_at", "slug");

-- CreateIndex
CREATE INDEX "project_changed_revision_slug_idx" ON "project"("changed_revision", "slug");

-- CreateIndex
CREATE INDEX "project_region_wide_slug_idx" ON "project"("region_wide", "slug");

-- CreateIndex
CREATE INDEX "project_reusable_slug_idx" ON "project"("reusable", "slug");

-- CreateIndex
CREATE INDEX "participation_municipality_project_idx" ON "participation"("municipality", "project");

-- CreateIndex
CREATE INDEX "project_field_field_project_idx" ON "project_field"("field", "project");

-- CreateIndex
CREATE INDEX "project_topic_topic_project_idx" ON "project_topic"("topic", "project");

-- CreateIndex
CREATE INDEX "strategy_title_sort_slug_idx" ON "strategy"("title_sort", "slug");

-- CreateIndex
CREATE INDEX "strategy_status_slug_idx" ON "strategy"("status", "slug");

-- CreateIndex
CREATE INDEX "strategy_adopted_on_slug_idx" ON "strategy"("adopted_on", "slug");

-- CreateIndex
CREATE INDEX "strategy_contact_slug_idx" ON "strategy"("contact", "slug");

-- CreateIndex
CREATE INDEX "strategy_confirmed_at_slug_idx" ON "strategy"("confirmed_at", "slug");

-- CreateIndex
CREATE INDEX "strategy_changed_revision_slug_idx" ON "strategy"("changed_revision", "slug");

-- CreateIndex
CREATE INDEX "strategy_owner_municipality_strategy_idx" ON "strategy_owner"("municipality", "strategy");

-- CreateIndex
CREATE INDEX "strategy_field_field_strategy_idx" ON "strategy_field"("field", "strategy");

-- CreateIndex
CREATE INDEX "contact_organisation_sort_slug_idx" ON "contact"("organisation_sort", "slug");

-- CreateIndex
CREATE INDEX "contact_municipality_slug_idx" ON "contact"("municipality", "slug");

-- CreateIndex
CREATE INDEX "contact_confirmed_at_slug_idx" ON "contact"("confirmed_at", "slug");

-- CreateIndex
CREATE INDEX "contact_changed_revision_slug_idx" ON "contact"("changed_revision", "slug");

-- CreateIndex
CREATE INDEX "contact_field_field_contact_idx" ON "contact_field"("field", "contact");

-- CreateIndex
CREATE INDEX "engagement_field_level_contact_idx" ON "engagement"("field", "level", "contact");

-- CreateIndex
CREATE INDEX "event_date_slug_idx" ON "event"("date", "slug");

-- CreateIndex
CREATE INDEX "event_title_sort_slug_idx" ON "event"("title_sort", "slug");

-- CreateIndex
CREATE INDEX "event_changed_revision_slug_idx" ON "event"("changed_revision", "slug");

-- CreateIndex
CREATE INDEX "event_outcome_field_event_idx" ON "event_outcome"("field", "event");

-- CreateIndex
CREATE INDEX "search_entry_words_idx" ON "search_entry" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_entry_folded_idx" ON "search_entry" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "revision_change_entity_key_number_idx" ON "revision_change"("entity", "key", "number");

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_district_fkey" FOREIGN KEY ("district") REFERENCES "municipality"("ags") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "neighbour" ADD CONSTRAINT "neighbour_ags_fkey" FOREIGN KEY ("ags") REFERENCES "municipality"("ags") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "neighbour" ADD CONSTRAINT "neighbour_neighbour_fkey" FOREIGN KEY ("neighbour") REFERENCES "municipality"("ags") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_contact_fkey" FOREIGN KEY ("contact") REFERENCES "contact"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_project_fkey" FOREIGN KEY ("project") REFERENCES "project"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_municipality_fkey" FOREIGN KEY ("municipality") REFERENCES "municipality"("ags") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_field" ADD CONSTRAINT "project_field_project_fkey" FOREIGN KEY ("project") REFERENCES "project"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_field" ADD CONSTRAINT "project_field_field_fkey" FOREIGN KEY ("field") REFERENCES "field"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_topic" ADD CONSTRAINT "project_topic_project_fkey" FOREIGN KEY ("project") REFERENCES "project"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_topic" ADD CONSTRAINT "project_topic_topic_fkey" FOREIGN KEY ("topic") REFERENCES "topic"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy" ADD CONSTRAINT "strategy_contact_fkey" FOREIGN KEY ("contact") REFERENCES "contact"("slug") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_owner" ADD CONSTRAINT "strategy_owner_strategy_fkey" FOREIGN KEY ("strategy") REFERENCES "strategy"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_owner" ADD CONSTRAINT "strategy_owner_municipality_fkey" FOREIGN KEY ("municipality") REFERENCES "municipality"("ags") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_field" ADD CONSTRAINT "strategy_field_strategy_fkey" FOREIGN KEY ("strategy") REFERENCES "strategy"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_field" ADD CONSTRAINT "strategy_field_field_fkey" FOREIGN KEY ("field") REFERENCES "field"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_municipality_fkey" FOREIGN KEY ("municipality") REFERENCES "municipality"("ags") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_field" ADD CONSTRAINT "contact_field_contact_fkey" FOREIGN KEY ("contact") REFERENCES "contact"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_field" ADD CONSTRAINT "contact_field_field_fkey" FOREIGN KEY ("field") REFERENCES "field"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_contact_fkey" FOREIGN KEY ("contact") REFERENCES "contact"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_field_fkey" FOREIGN KEY ("field") REFERENCES "field"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_event_fkey" FOREIGN KEY ("event") REFERENCES "event"("slug") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_field_fkey" FOREIGN KEY ("field") REFERENCES "field"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_change" ADD CONSTRAINT "revision_change_number_fkey" FOREIGN KEY ("number") REFERENCES "revision"("number") ON DELETE CASCADE ON UPDATE CASCADE;
