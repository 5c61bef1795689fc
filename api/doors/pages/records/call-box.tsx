import type { Row } from '../../../catalogue/query/page.ts';
import { href, type Language } from '../../../language.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { germanIn, shortAddress } from '../../../texts/words.ts';

/** So many ways are enough on a page. */
const most = 3;

/** Whom one calls where nobody nearer is known. */
const isLastResort = ({ step }: Row) => step === 'DISTRICT_OFFICE' || step === 'REGION_CONTACT';

/** Whom to call, with number and mail; the best stands first and large. */
export function CallBox({ calls, lang }: { calls: readonly Row[]; lang: Language }) {
  const t = recordTexts[lang];
  const [first, ...more] = calls;
  const others = more.filter((call) => !isLastResort(call)).slice(0, most - 1);
  return (
    <section class="call">
      <h2>{t.call}</h2>
      {first ? <Call call={first} lang={lang} /> : <p>{t.nobodyToCall}</p>}
      {others.length > 0 && (
        <>
          <h3>{t.otherwise}</h3>
          {others.map((call) => (
            <Call call={call} lang={lang} />
          ))}
        </>
      )}
    </section>
  );
}

/** Somebody to call: name, number, mail, address, and why just they. */
export function Call({ call, lang }: { call: Row; lang: Language }) {
  const { organisation, unit, phone, phone_uri, email, website, street, postcode, place, why, url } = call;
  const name = [organisation, unit].filter(Boolean).join(', ');
  const town = [postcode, place].filter(Boolean).join(' ');
  return (
    <div class="way">
      <p class="who" lang={germanIn(lang)}>
        {typeof url === 'string' ? <a href={href(url, lang)}>{name}</a> : name}
      </p>
      {phone ? (
        <p class="reach">{phone_uri ? <a href={String(phone_uri)}>{String(phone)}</a> : String(phone)}</p>
      ) : null}
      {email ? (
        <p class="reach">
          <a href={`mailto:${email}`}>
            {/* An address that is too long for its line breaks before its host. */}
            {String(email).split('@')[0]}
            <wbr />@{String(email).split('@')[1]}
          </a>
        </p>
      ) : null}
      {street || town ? <p lang={germanIn(lang)}>{[street, town].filter(Boolean).join(', ')}</p> : null}
      {typeof website === 'string' && !phone && !email ? (
        <p>
          <a href={website}>{shortAddress(website)}</a>
        </p>
      ) : null}
      {why ? <p class="muted">{String(why)}</p> : null}
    </div>
  );
}
