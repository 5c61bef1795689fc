-- For the orders START, ADOPTED and POPULATION and the filter sizeClass, which work on expressions.
-- The schema language has no word for these indices.
CREATE INDEX "project_start_slug_idx" ON "project"((coalesce("period_start", '')) DESC, "slug" DESC);
CREATE INDEX "strategy_adopted_slug_idx" ON "strategy"((coalesce("adopted_on", '')) DESC, "slug" DESC);
CREATE INDEX "municipality_size_ags_idx" ON "municipality"((coalesce("population", -1)) DESC, "ags" DESC);
CREATE INDEX "municipality_size_class_idx" ON "municipality"((CASE WHEN "population" >= 100000 THEN 'FROM_100000' WHEN "population" >= 20000 THEN 'FROM_20000' WHEN "population" >= 10000 THEN 'FROM_10000' WHEN "population" >= 5000 THEN 'FROM_5000' WHEN "population" >= 0 THEN 'BELOW_5000' END), "ags");
