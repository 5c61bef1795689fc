import { findNearMatches, type NearMatch } from '../../catalogue/search/near-matches.ts';
import { GoneError, TooSlowError } from '../../errors.ts';
import { callerErrorOf } from '../../http/caller-error-of.ts';
import { isEmbedded } from '../../http/headers.ts';
import type { Hub } from '../../hub.ts';
import { href, type Language } from '../../language.ts';
import { entitiesWithPages } from '../../publishing/datasets/register.ts';
import { Layout } from '../../publishing/layout.tsx';
import { texts } from '../../texts/texts.ts';
import { germanIn, placeName, readableDate } from '../../texts/words.ts';
import { EmbedErrorPage } from './embed/embed-error-page.tsx';

type Failed = {
  readonly hub: Hub;
  readonly lang: Language;
  readonly status: number;
  readonly message: string;
  readonly error?: unknown;
  readonly path: string;
};

/** An error for people: what is wrong, and where to go on. */
export async function errorPage({ hub, lang, status, message, error, path }: Failed) {
  const t = texts[lang];
  const gone = error instanceof GoneError ? error : null;
  const slow = error instanceof TooSlowError ? error : null;
  const title = gone
    ? t.goneTitle
    : status === 404
      ? t.notFound
      : slow
        ? t.tooSlow
        : status === 503
          ? t.notNow
          : t.failed;
  const lost = gone || status === 404;
  const told = (
    <>
      <h1>{title}</h1>
      {gone ? (
        <p>{t.gone(gone.title ?? t.thisRecord, readableDate(gone.at, lang))}</p>
      ) : lost ? (
        <p>{t.nothingAt}</p>
      ) : slow ? (
        <p>{t.askForLess(slow.seconds)}</p>
      ) : status === 503 ? (
        <p>{t.tryLater}</p>
      ) : (
        <p lang="en">{message}</p>
      )}
    </>
  );
  if (isEmbedded(path))
    return (
      <EmbedErrorPage site={{ hub, lang }} title={title}>
        {told}
      </EmbedErrorPage>
    );
  const wanted = gone?.title ?? lastWords(path);
  const near = lost ? await nearIfThere(hub, wanted) : [];
  return (
    <Layout site={{ hub, lang }} title={title} description={title} path="/">
      {told}
      {near.length > 0 && (
        <>
          <h2>{t.meant}</h2>
          <ul class="records">
            {near.map((match) => (
              <li>
                <NearLink match={match} lang={lang} />
              </li>
            ))}
          </ul>
        </>
      )}
      {lost && (
        <search>
          <form class="search" action="/">
            {lang !== 'de' && <input type="hidden" name="lang" value={lang} />}
            <label for="text">{t.searchLabel}</label>
            <input id="text" name="text" type="search" value={wanted} maxlength={200} required />
            <button type="submit">{t.search}</button>
          </form>
        </search>
      )}
      <p>
        {t.helpOn} <a href={href('/', lang)}>{t.map}</a> · <a href={href('/data', lang)}>{t.data}</a>
      </p>
    </Layout>
  );
}

/** None while the database is away: that there is nothing at an address is known without it. */
async function nearIfThere(hub: Hub, wanted: string): Promise<readonly NearMatch[]> {
  try {
    return await findNearMatches(hub, entitiesWithPages, wanted);
  } catch (error) {
    if (callerErrorOf(error, hub.settings)) return [];
    throw error;
  }
}

function NearLink({ match: { entity, key, title }, lang }: { match: NearMatch; lang: Language }) {
  const t = texts[lang];
  return (
    <>
      <a
        href={href(`/${entity}/${key}`, lang)}
        lang={entity === 'municipalities' ? undefined : germanIn(lang)}
      >
        {entity === 'municipalities' ? placeName(key, title, t) : title}
      </a>{' '}
      <span class="muted">{t.singular[entity]}</span>
    </>
  );
}

/** What somebody was looking for, as far as the address says it. */
function lastWords(path: string): string {
  const last = path.split('/').findLast(Boolean) ?? '';
  return decode(last)
    .replace(/\.\w+$/, '')
    .slice(0, 200);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
