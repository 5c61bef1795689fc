-- CreateIndex
CREATE INDEX "contact_region_wide_slug_idx" ON "contact"("region_wide", "slug");
