import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { lawTexts } from '../../../texts/law/law.ts';
import { texts } from '../../../texts/texts.ts';
import { telephone } from '../../../texts/words.ts';
import { checkedPages } from './checked-pages.ts';
import { lawFacts } from './law-facts.ts';
import { Authority, LawPage, LawSections } from './law-page.tsx';

/** `/accessibility`: the statement after the model of Decision (EU) 2018/1523. */
export function AccessibilityPage({ site }: { site: Site }) {
  const { lang, hub } = site;
  const t = lawTexts[lang];
  const { REPORT_EMAIL, OPERATOR_EMAIL, OPERATOR_PHONE, EASY_LANGUAGE_URL, SIGN_LANGUAGE_URL } = hub.settings;
  const mail = REPORT_EMAIL || OPERATOR_EMAIL;
  const conciliation = hub.region.authorities?.conciliation;
  return (
    <LawPage site={site} title={t.accessibilityTitle} path="/accessibility">
      {(EASY_LANGUAGE_URL || SIGN_LANGUAGE_URL) && (
        <p>
          {EASY_LANGUAGE_URL && <a href={EASY_LANGUAGE_URL}>{t.easyLanguage}</a>}
          {EASY_LANGUAGE_URL && SIGN_LANGUAGE_URL && ' · '}
          {SIGN_LANGUAGE_URL && <a href={SIGN_LANGUAGE_URL}>{t.signLanguage}</a>}
        </p>
      )}
      <LawSections sections={t.accessibilitySections(lawFacts(site))} />
      <details>
        <summary>{t.checkedPages}</summary>
        <ul>
          {checkedPages.map((path) => (
            <li>
              <a href={href(path, lang)}>{path}</a>
            </li>
          ))}
        </ul>
      </details>
      <h2 id="feedback">{t.feedback}</h2>
      <p>{mail || OPERATOR_PHONE ? t.feedbackText : t.noFeedback}</p>
      {mail && (
        <p>
          {texts[lang].named(t.email, '')}
          <a href={`mailto:${mail}`}>{mail}</a>
        </p>
      )}
      {OPERATOR_PHONE && (
        <p>
          {texts[lang].named(t.phone, '')}
          <a href={telephone(OPERATOR_PHONE)}>{OPERATOR_PHONE}</a>
        </p>
      )}
      <h2>{t.conciliation}</h2>
      <p>{conciliation ? t.conciliationText : t.noConciliation}</p>
      {conciliation && <Authority authority={conciliation} />}
    </LawPage>
  );
}
