-- CreateIndex
CREATE INDEX "search_entry_key_idx" ON "search_entry" USING GIN ("key" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_entry_name_idx" ON "search_entry" USING GIN ("name" gin_trgm_ops);

-- Below this likeness two words are two words; the index knows no other threshold.
CREATE FUNCTION "near_entries"("wanted" text, "words" text) RETURNS SETOF "search_entry" LANGUAGE sql STABLE
SET pg_trgm.similarity_threshold = 0.5 SET pg_trgm.word_similarity_threshold = 0.5 AS $$
  SELECT s.* FROM "search_entry" s WHERE s."key" % "wanted" OR "near_entries"."words" <% s."name"
$$;
