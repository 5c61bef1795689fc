import type { Hub } from '../../hub.ts';
import type { Generation, Recipe } from '../files/generation.ts';
import type { ZipEntry } from '../files/zip.ts';
import { licences } from '../licences.ts';
import { describePackage, type MadeMember } from './descriptor.ts';
import { membersOf } from './members.ts';

/** `datapackage.json` as text, after all the files that it tells size and hash of have been made. */
export async function packageText(hub: Hub, base: string, files: Generation): Promise<string> {
  const members = await Promise.all(
    membersOf(hub, base).map(
      async (one): Promise<MadeMember> => ({ ...one, file: await files.made(one.recipe) }),
    ),
  );
  const revision = await hub.database.revision.current();
  return `${JSON.stringify(describePackage(hub, base, revision, members), null, 2)}\n`;
}

/** `all.zip`: the data package with everything that it describes. */
export const archive = (hub: Hub, base: string, files: Generation): Recipe => ({
  key: `${base}\nall.zip`,
  composed: true,
  async *make() {
    const { zip } = await import('../files/zip.ts');
    const { createdAt } = await hub.database.revision.current();
    yield* zip(entries(hub, base, files), asLocal(createdAt));
  },
});

async function* entries(hub: Hub, base: string, files: Generation): AsyncGenerator<ZipEntry> {
  yield { path: 'datapackage.json', content: await packageText(hub, base, files) };
  yield { path: 'README.md', content: readme(hub, base) };
  for (const { path, recipe } of membersOf(hub, base)) {
    const { handle } = await files.open(recipe);
    yield { path, content: handle.createReadStream() };
  }
}

/** An archive has no time zone: what it says is UTC, wherever the hub runs. */
const asLocal = (date: Date) =>
  new Date(
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  );

/** For whoever opens the archive by hand: what is in it, and under which terms. */
function readme({ region, settings }: Hub, base: string): string {
  const licence = licences[settings.CATALOGUE_LICENCE];
  const sources = region.sources.map(
    ({ title, licence: own, attribution }) => `- ${title.de}: ${attribution.de} ([${own.name}](${own.url}))`,
  );
  return `# ${region.title.de}

${region.intro.de}

Quelle: ${base}/data

\`datapackage.json\` beschreibt alle Dateien und ihre Spalten (Data Package v2, https://datapackage.org).

## Lizenz

Die Daten des Katalogs: [${licence.name}](${licence.url}). Für die Kommunen und ihre Grenzen gelten die Bedingungen ihrer Quellen:

${sources.join('\n')}
`;
}
