-- The name of a record as it is searched; its words weigh A among all words.
ALTER TABLE "search_entry" ADD COLUMN "name" TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE "search_entry" SET "name" = regexp_replace(
  trim(regexp_replace(
    regexp_replace(normalize(replace(lower("title"), 'ß', 'ss'), NFD), '[\u0300-\u036f]', '', 'g'),
    '[^[:alnum:]]+', ' ', 'g')),
  '([aou])e', '\1', 'g');
UPDATE "search_entry" SET "words" = setweight(to_tsvector('german', "name"), 'A') || to_tsvector('german', "folded");
ALTER TABLE "search_entry" ALTER COLUMN "name" DROP DEFAULT;

-- Whoever deletes a record need not think of its entry.
CREATE FUNCTION "delete_search_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "search_entry" WHERE "entity" = TG_ARGV[0] AND "key" = to_jsonb(OLD) ->> TG_ARGV[1];
  RETURN NULL;
END $$;
CREATE TRIGGER "search" AFTER DELETE ON "municipality" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('municipalities', 'ags');
CREATE TRIGGER "search" AFTER DELETE ON "field" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('fields', 'slug');
CREATE TRIGGER "search" AFTER DELETE ON "topic" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('topics', 'slug');
CREATE TRIGGER "search" AFTER DELETE ON "contact" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('contacts', 'slug');
CREATE TRIGGER "search" AFTER DELETE ON "project" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('projects', 'slug');
CREATE TRIGGER "search" AFTER DELETE ON "strategy" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('strategies', 'slug');
CREATE TRIGGER "search" AFTER DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION "delete_search_entry"('events', 'slug');

-- The words that a typing error can have meant: no numbers, and none so short that one letter makes another word.
CREATE TABLE "search_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "entries" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

CREATE FUNCTION "words_to_mean"("folded" text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT word FROM regexp_split_to_table("folded", ' ') word WHERE length(word) >= 4 AND word !~ '[0-9]'
$$;

INSERT INTO "search_word" ("word", "entries")
SELECT word, count(*) FROM "search_entry", "words_to_mean"("folded") word GROUP BY word;

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

CREATE FUNCTION "count_search_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "search_word" ("word", "entries")
    SELECT word, count(*) FROM written, "words_to_mean"(written."folded") word GROUP BY word
    ON CONFLICT ("word") DO UPDATE SET "entries" = "search_word"."entries" + EXCLUDED."entries";
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE "search_word" SET "entries" = "search_word"."entries" - gone.entries
    FROM (SELECT word, count(*) AS entries FROM replaced, "words_to_mean"(replaced."folded") word GROUP BY word) gone
    WHERE "search_word"."word" = gone.word;
    DELETE FROM "search_word" WHERE "entries" = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "words_inserted" AFTER INSERT ON "search_entry" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION "count_search_words"();
CREATE TRIGGER "words_updated" AFTER UPDATE ON "search_entry" REFERENCING NEW TABLE AS written OLD TABLE AS replaced
  FOR EACH STATEMENT EXECUTE FUNCTION "count_search_words"();
CREATE TRIGGER "words_deleted" AFTER DELETE ON "search_entry" REFERENCING OLD TABLE AS replaced
  FOR EACH STATEMENT EXECUTE FUNCTION "count_search_words"();

-- Words, or beginnings of words, that share enough groups of three letters; the index knows no other threshold.
CREATE FUNCTION "similar_words"("wanted" text) RETURNS SETOF text LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.3 AS $$
  SELECT "word" FROM "search_word" WHERE "wanted" <% "word"
$$;
