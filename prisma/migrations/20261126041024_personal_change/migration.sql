-- CreateTable
CREATE TABLE "personal_change" (
    "number" INTEGER NOT NULL,
    "entity" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "personal_change_pkey" PRIMARY KEY ("number","entity","key")
);

-- AddForeignKey
ALTER TABLE "personal_change" ADD CONSTRAINT "personal_change_number_entity_key_fkey" FOREIGN KEY ("number", "entity", "key") REFERENCES "revision_change"("number", "entity", "key") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the history has of persons moves there.
CREATE FUNCTION pg_temp."personal_columns"("of" text) RETURNS text[] LANGUAGE sql AS $$
  SELECT CASE WHEN "of" = 'contacts'
    THEN '{unit,person,role_de,role_en,email,phone,website,consent_on,consent_review_on}'::text[]
    ELSE '{contact}'::text[] END
$$;
CREATE FUNCTION pg_temp."personal_part"("of" text, "state" jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_object_agg("name", "state" -> "name") FROM unnest(pg_temp."personal_columns"("of")) AS "name"
  WHERE jsonb_typeof("state") = 'object' AND "state" ? "name"
$$;
INSERT INTO "personal_change" ("number", "entity", "key", "before", "after")
SELECT "number", "entity", "key", pg_temp."personal_part"("entity", "before"), pg_temp."personal_part"("entity", "after")
FROM "revision_change" WHERE "entity" IN ('contacts', 'projects', 'strategies');
DELETE FROM "personal_change" WHERE coalesce("before", "after") IS NULL;
UPDATE "revision_change" SET
  "before" = CASE jsonb_typeof("before") WHEN 'object' THEN "before" - pg_temp."personal_columns"("entity") END,
  "after" = CASE jsonb_typeof("after") WHEN 'object' THEN "after" - pg_temp."personal_columns"("entity") END
WHERE "entity" IN ('contacts', 'projects', 'strategies');

-- The changes of the history as they happened.
CREATE VIEW "whole_change" AS
SELECT "c"."number", "c"."entity", "c"."key", "c"."action",
  "c"."before" || coalesce("p"."before", '{}') AS "before", "c"."after" || coalesce("p"."after", '{}') AS "after"
FROM "revision_change" "c" LEFT JOIN "personal_change" "p" USING ("number", "entity", "key");
