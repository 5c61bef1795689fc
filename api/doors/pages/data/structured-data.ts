import { href } from '../../../language.ts';
import { formatsOf } from '../../../publishing/datasets/register.ts';
import { boxOfRegion } from '../../../publishing/geometry.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { attributionOf, licenceOf } from '../../../publishing/licences.ts';
import { texts } from '../../../texts/texts.ts';
import type { DatasetFacts } from './read-facts.ts';

/** The dataset in the words of schema.org, for search engines of data. */
export function datasetData(site: Site, { dataset, modified }: DatasetFacts) {
  const { hub, lang, base = '' } = site;
  const { region } = hub;
  const [west, south, east, north] = boxOfRegion(region);
  const url = `${base}/data/${dataset.name}`;
  return {
    '@type': 'Dataset',
    '@id': url,
    url,
    name: `${region.title[lang]}: ${dataset.title[lang]}`,
    description: `${dataset.description[lang]} ${region.intro[lang]}`,
    inLanguage: lang,
    isAccessibleForFree: true,
    license: licenceOf(hub, dataset).url,
    creditText: attributionOf(hub, dataset, lang).join(' · '),
    creator: creatorOf(site),
    dateModified: modified.toISOString(),
    spatialCoverage: {
      '@type': 'Place',
      name: region.name[lang],
      geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` },
    },
    variableMeasured: dataset.columns.map(({ name }) => name),
    includedInDataCatalog: { '@id': `${base}/data` },
    distribution: formatsOf(dataset).map(({ extension, contentType, label }) => ({
      '@type': 'DataDownload',
      name: label,
      encodingFormat: contentType.split(';')[0],
      contentUrl: `${url}.${extension}`,
    })),
  };
}

/** The page of all datasets. */
export const catalogueData = (site: Site, datasets: readonly DatasetFacts[]) => {
  const { hub, lang, base = '' } = site;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': `${base}/data`,
    url: base + href('/data', lang),
    name: `${hub.region.title[lang]}: ${texts[lang].data}`,
    description: texts[lang].dataset.intro,
    creator: creatorOf(site),
    dataset: datasets.map((facts) => datasetData(site, facts)),
  };
};

const creatorOf = ({ hub: { settings, region }, base = '' }: Site) => ({
  '@type': 'Organization',
  '@id': `${base}/catalog#publisher`,
  name: settings.CATALOGUE_PUBLISHER || region.title.de,
  url: base,
});
