import { href } from '../../../../language.ts';
import { Layout, type Site } from '../../../../publishing/layout.tsx';
import type { RelatedList } from '../../../../publishing/records/related.ts';
import { insightTexts } from '../../../../texts/insight/insight.ts';
import { texts } from '../../../../texts/texts.ts';
import { germanIn, localisedIn, readableDate } from '../../../../texts/words.ts';
import { CallBox } from '../../records/call-box.tsx';
import { PrintFoot } from '../../records/print-foot.tsx';
import { ProjectLines } from '../../records/project-lines.tsx';
import { Sentence } from '../../sentence.tsx';
import { figure, listOf, plain, withoutDistricts } from '../block.ts';
import type { Meeting } from './read-meeting.ts';

type Shown = {
  readonly site: Site;
  readonly meeting: Meeting | null;
  /** Slug and name of each field, to choose from. */
  readonly fields: readonly (readonly [slug: string, name: string])[];
};

/** `/insight/meeting`: for a field of action one sheet of paper. */
export function MeetingPage({ site, meeting, fields }: Shown) {
  const { hub, lang } = site;
  const t = insightTexts[lang];
  const slug = meeting && String(meeting.field.record.slug);
  const heading = meeting
    ? t.meeting.title({ text: String(meeting.field.record.name), lang: localisedIn(lang) })
    : [t.toMeeting];
  const path = meeting ? `/insight/meeting?field=${slug}&since=${meeting.since}` : '/insight/meeting';
  return (
    <Layout
      site={site}
      title={`${plain(heading)} – ${hub.region.title[lang]}`}
      description={t.meetingLead}
      path={path}
    >
      <p class="kicker">
        <a href={href('/insight', lang)}>{texts[lang].named(t.title, hub.region.name[lang])}</a>
      </p>
      <h1>
        <Sentence pieces={heading} />
      </h1>
      <search class="no-print">
        <form class="search" action="/insight/meeting">
          {lang !== 'de' && <input type="hidden" name="lang" value={lang} />}
          <p class="field">
            <label for="field">{t.meeting.choose}</label>
            <select id="field" name="field" required>
              {fields.map(([value, name]) => (
                <option value={value} selected={value === slug} lang={localisedIn(lang)}>
                  {name}
                </option>
              ))}
            </select>
          </p>
          <p class="field">
            <label for="since">{t.meeting.since}</label>
            <input id="since" name="since" type="date" value={meeting?.since} />
          </p>
          <button type="submit">{t.meeting.show}</button>
        </form>
        {meeting && <p class="muted">{t.meeting.print}</p>}
      </search>
      {meeting && <Sheet site={site} meeting={meeting} />}
      {meeting && <PrintFoot site={site} path={path} />}
    </Layout>
  );
}

function Sheet({ site: { lang }, meeting }: { site: Site; meeting: Meeting }) {
  const t = insightTexts[lang].meeting;
  const { field, since, active, planned, changed, missing, places } = meeting;
  const slug = String(field.record.slug);
  const list = (filter: Readonly<Record<string, string | string[]>>) =>
    listOf('projects', { field: slug, ...filter }, lang);
  const lines = (projects: RelatedList, all: string, none: string) =>
    projects.total > 0 ? (
      <ProjectLines {...projects} lang={lang} places={places} all={all} most={8} />
    ) : (
      <p>{none}</p>
    );
  return (
    <article class="record sheet">
      <div class="story">
        <section>
          <h2>{t.active}</h2>
          {lines(active, list({ status: ['RUNNING', 'COMPLETED', 'UNKNOWN'] }), t.nobody)}
        </section>
        <section>
          <h2>{t.plans}</h2>
          {lines(planned, list({ status: ['IDEA', 'PLANNED'] }), t.nobody)}
        </section>
        <section>
          <h2>{t.missing}</h2>
          <p>
            <Sentence
              pieces={t.missingText(
                String(missing.total),
                figure(missing.municipalities, listOf('municipalities', withoutDistricts, lang), lang),
              )}
            />
          </p>
          <p class="missing">
            {missing.first.map(({ name }) => name).join(' · ')}
            {missing.total > missing.first.length && (
              <>
                {' '}
                <a href={listOf('municipalities', { ...withoutDistricts, missingIn: slug }, lang)}>
                  {t.more(missing.total - missing.first.length)}
                </a>
              </>
            )}
          </p>
        </section>
      </div>
      <aside>
        <CallBox calls={field.whomToCall} lang={lang} />
        <section>
          <h2>{t.news(readableDate(since, lang))}</h2>
          {changed.total === 0 ? (
            <p>{t.nothingNew}</p>
          ) : (
            <p>
              <a href={list({ changedSince: since })}>{changed.total}</a>:{' '}
              <span lang={germanIn(lang)}>
                {changed.rows
                  .slice(0, shown)
                  .map(({ title }) => String(title))
                  .join(' · ')}
              </span>{' '}
              {changed.total > shown && t.more(changed.total - shown)}
            </p>
          )}
        </section>
      </aside>
    </article>
  );
}

/** So many titles of what is new are told. */
const shown = 8;
