import { beforeAll, expect, it } from 'vitest';
import { openHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await openHub();
  const data = Array.from({ length: 501 }, (_, at) => ({
    ...{
      slug: `viele-${at}`,
      title: `Viele ${at}`,
      titleSort: `viele ${at}`,
      status: 'DISCONTINUED' as const,
    },
    ...{ sourceUrl: 'https://x.example', changedRevision: 1, changedAt: new Date() },
  }));
  await hub.database.prisma.project.createMany({ data });
  return () => hub.database.close();
});

it.each(['/', '/embed'])(
  '%s lists as many projects as somebody reads, and leads on to the list of all',
  async (path) => {
    const all = await hub.database.prisma.project.count({ where: { status: 'DISCONTINUED' } });
    const html = await hub.page(`${path}?status=DISCONTINUED`);
    expect(html.match(/<li><a href="\/projects\//g)).toHaveLength(500);
    expect(html).toContain(`<a href="/projects?status=DISCONTINUED">Alle ${all} zeigen</a>`);
    expect(await hub.page(`${path}?status=RUNNING`)).not.toContain('zeigen</a>');
  },
);
