-- CreateIndex
CREATE INDEX "search_entry_entity_name_idx" ON "search_entry"("entity", "name");

-- Words of names alone; the schema language has no word for an index of an expression.
CREATE INDEX "search_entry_name_words_idx" ON "search_entry" USING GIN (to_tsvector('german', "name"));
