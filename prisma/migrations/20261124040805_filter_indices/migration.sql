-- CreateIndex
CREATE INDEX "municipality_latitude_longitude_idx" ON "municipality"("latitude", "longitude");

-- CreateIndex
CREATE INDEX "revision_created_at_number_idx" ON "revision"("created_at", "number");

-- CreateIndex
CREATE INDEX "strategy_period_start_slug_idx" ON "strategy"("period_start", "slug");

-- CreateIndex
CREATE INDEX "strategy_period_end_slug_idx" ON "strategy"("period_end", "slug");
