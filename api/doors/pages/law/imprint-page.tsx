import type { Site } from '../../../publishing/layout.tsx';
import { licences } from '../../../publishing/licences.ts';
import { lawTexts } from '../../../texts/law/law.ts';
import { LawPage, Operator } from './law-page.tsx';

/** `/imprint`: who offers this site, from the settings. */
export function ImprintPage({ site }: { site: Site }) {
  const t = lawTexts[site.lang];
  const { region, settings } = site.hub;
  const { REPORT_EMAIL } = settings;
  return (
    <LawPage site={site} title={t.imprint} path="/imprint">
      <h2>{t.provider}</h2>
      <Operator site={site} />
      <h2 id="report">{t.mistakes}</h2>
      <p>
        {REPORT_EMAIL ? (
          <>
            {t.reportTo} <a href={`mailto:${REPORT_EMAIL}`}>{REPORT_EMAIL}</a>.
          </>
        ) : (
          t.noReport
        )}
      </p>
      <h2>{t.contents}</h2>
      {t.contentsText(licences[settings.CATALOGUE_LICENCE].name).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {region.attribution[site.lang].map((line) => (
        <p>{line}</p>
      ))}
    </LawPage>
  );
}
