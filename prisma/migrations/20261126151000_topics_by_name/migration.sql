-- Topics in the order of their names (api/catalogue/entities/topic.ts).
CREATE INDEX "topic_name_sort_idx" ON "topic" ((lower(translate(replace("name_de", 'ß', 'ss'), 'ÄÖÜäöü', 'AOUaou')) COLLATE "C"), "slug");
