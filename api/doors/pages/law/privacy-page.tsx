import type { Site } from '../../../publishing/layout.tsx';
import { linesOf } from '../../../publishing/operator.ts';
import { lawTexts } from '../../../texts/law/law.ts';
import { lawFacts } from './law-facts.ts';
import { Authority, LawPage, LawSections, Operator } from './law-page.tsx';

/** `/privacy`: what this hub does with data of visitors, and what sites that embed it can say. */
export function PrivacyPage({ site }: { site: Site }) {
  const t = lawTexts[site.lang];
  const { region, settings } = site.hub;
  const officer = linesOf(settings.DATA_PROTECTION_OFFICER);
  const authority = region.authorities?.dataProtection;
  return (
    <LawPage site={site} title={t.privacy} path="/privacy">
      <h2>{t.controller}</h2>
      <Operator site={site} />
      <h2>{t.officer}</h2>
      {officer.length > 0 ? (
        <address>
          {officer.map((line, at) => (
            <>
              {at > 0 && <br />}
              {line}
            </>
          ))}
        </address>
      ) : (
        <p>{t.noOfficer}</p>
      )}
      <LawSections sections={t.privacySections(lawFacts(site))} />
      {authority && (
        <>
          <h2>{t.authority}</h2>
          <Authority authority={authority} />
        </>
      )}
    </LawPage>
  );
}
