import { html } from 'hono/html';
import { visible } from '../../catalogue/model/visibility.ts';
import { identifier, sql } from '../../database/sql.ts';
import type { Hub } from '../../hub.ts';
import { datasets, entitiesWithPages } from '../../publishing/datasets/register.ts';
import { asXml } from '../../publishing/xml.ts';

/** Everything may be read by everyone. */
export const robots = (base: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${base}/sitemap.xml\n`;

/** The address of every public page, with the day of its last change. */
export async function sitemap({ database, viewer }: Hub, base: string): Promise<string> {
  const entries: { path: string; changed?: Date }[] = [
    { path: '/' },
    { path: '/data' },
    ...entitiesWithPages.map(({ name }) => ({ path: `/${name}` })),
    { path: '/embed/builder' },
    ...[...datasets.keys()].map((dataset) => ({ path: `/data/${dataset}` })),
  ];
  for (const { name: entity, table, key } of entitiesWithPages)
    entries.push(
      ...(await database.rows<{ path: string; changed: Date }>(sql`
        SELECT ${`/${entity}/`} || t.${identifier(key)} AS path, t.changed_at AS changed
        FROM ${visible(table, viewer)} t ORDER BY t.${identifier(key)}`)),
    );
  const urls = entries.map(
    ({ path, changed }) =>
      html`<url><loc>${base + path}</loc>${changed && html`<lastmod>${changed.toISOString()}</lastmod>`}</url>`,
  );
  return asXml(
    `${await html`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`}\n`,
  );
}
