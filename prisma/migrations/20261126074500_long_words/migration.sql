-- Nobody has typed a longer word, and a row of an index has no room for the longest.
DELETE FROM "search_word" WHERE length("word") > 100;
CREATE OR REPLACE FUNCTION "words_to_mean"("folded" text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT word FROM regexp_split_to_table("folded", ' ') word
  WHERE length(word) BETWEEN 4 AND 100 AND word !~ '[0-9]'
$$;
