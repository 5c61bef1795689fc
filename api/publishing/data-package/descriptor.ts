import { known } from '../../../map-widget/model/known.ts';
import type { CurrentRevision } from '../../database/revision.ts';
import type { Hub } from '../../hub.ts';
import type { MadeFile } from '../files/write-file.ts';
import { licenceOf, licences } from '../licences.ts';
import type { Member } from './members.ts';
import { tableSchema } from './table-schema.ts';

export type MadeMember = Member & { readonly file: MadeFile };

/**
 * The Data Package v2 (datapackage.org) of all files. Paths are relative, so that it holds behind `/data/` and in
 * the archive alike.
 */
export function describePackage(
  hub: Hub,
  base: string,
  { number, createdAt }: CurrentRevision,
  members: readonly MadeMember[],
) {
  const { region, settings } = hub;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `digitale-wege-${region.slug}`,
    id: `${base}/data/datapackage.json`,
    title: region.title.en,
    description: region.intro.en,
    homepage: `${base}/data`,
    version: String(number),
    created: createdAt.toISOString(),
    keywords: ['digitalisation', 'local government', region.name.en],
    contributors: [
      {
        title: settings.CATALOGUE_PUBLISHER || region.title.en,
        path: `${base}/`,
        ...(settings.CATALOGUE_CONTACT_EMAIL && { email: settings.CATALOGUE_CONTACT_EMAIL }),
        roles: ['publisher'],
      },
    ],
    licenses: [licence(hub, 'catalogue')],
    sources: region.sources.map(sourceOf),
    resources: members.map((member) => resource(hub, member)),
  };
}

function resource(
  hub: Hub,
  { name, path, title, description, contentType, dataset, sources, file }: MadeMember,
) {
  const from = hub.region.sources.filter((source) => sources.includes(source.file));
  return {
    name,
    ...(dataset && { type: 'table' }),
    path,
    title,
    description,
    format: path.slice(path.lastIndexOf('.') + 1),
    mediatype: contentType.split(';')[0],
    encoding: 'utf-8',
    bytes: file.size,
    hash: `sha256:${file.sha256}`,
    licenses: [
      name === 'boundaries'
        ? licenceOfSource(known(from[0], 'source of the boundaries'))
        : licence(hub, name),
    ],
    ...(from.length > 0 && { sources: from.map(sourceOf) }),
    ...(dataset && { schema: tableSchema(dataset) }),
  };
}

type Source = Hub['region']['sources'][number];

const sourceOf = ({ title, source, date, attribution }: Source) => ({
  title: `${title.en}: ${source}. Attribution: ${attribution.en}`,
  version: date,
});

const licence = (hub: Hub, name: string) => licenceOfSource({ licence: licenceOf(hub, { name }) });

/** With its short name where it is one of those that have one. */
function licenceOfSource({ licence: { name, url } }: Pick<Source, 'licence'>) {
  const known = Object.values(licences).find((one) => one.url === url);
  return { ...(known && { name: known.spdx }), title: name, path: url };
}
