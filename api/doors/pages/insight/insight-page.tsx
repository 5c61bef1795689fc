import type { Child } from 'hono/jsx';
import { href } from '../../../language.ts';
import { Layout, type Site } from '../../../publishing/layout.tsx';
import { insightTexts } from '../../../texts/insight/insight.ts';
import { texts } from '../../../texts/texts.ts';
import { readableDate } from '../../../texts/words.ts';
import { Figures } from '../records/figures.tsx';
import { listOf, plain, withoutDistricts } from './block.ts';
import { BlockSection } from './block-section.tsx';
import type { Insight } from './read-insight.ts';

/** `/insight`: how things stand in the region, a question at a time. */
export function InsightPage({ site, insight }: { site: Site; insight: Insight }) {
  const { hub, lang } = site;
  const t = insightTexts[lang];
  const title = texts[lang].named(t.title, hub.region.name[lang]);
  return (
    <Layout site={site} title={`${title} – ${hub.region.title[lang]}`} description={t.lead} path="/insight">
      <div class="insight">
        <h1>{title}</h1>
        <p class="lead">{t.lead}</p>
        <Headline insight={insight} />
        <div class="beside">
          <nav class="contents" aria-label={t.contents}>
            <ul>
              {insight.blocks.map(({ block: { name } }) => (
                <li>
                  <a href={`#${name}`}>{t.blocks[name].title}</a>
                </li>
              ))}
              <li>
                <a href={href('/insight/meeting', lang)}>{t.toMeeting}</a>
                <span class="muted">{t.meetingLead}</span>
              </li>
            </ul>
          </nav>
          <div>
            {insight.blocks.map((of) => (
              <BlockSection hub={hub} lang={lang} of={of} />
            ))}
          </div>
        </div>
        <p class="muted">{t.asOf(readableDate(insight.asked.day, lang))}</p>
      </div>
    </Layout>
  );
}

/** The figures that are the message; each leads to its list. */
function Headline({ insight: { asked, headline } }: { insight: Insight }) {
  const { lang } = asked;
  const t = insightTexts[lang].figures;
  return (
    <Figures
      lang={lang}
      figures={[
        [headline.projects, t.projects, listOf('projects', {}, lang)],
        [headline.running, t.running, listOf('projects', { status: 'RUNNING' }, lang)],
        [
          headline.withProject,
          t.withProject,
          listOf('municipalities', { ...withoutDistricts, hasProject: 'true' }, lang),
        ],
        [headline.whiteSpots, t.whiteSpots, href('/insight/white-spots', lang)],
        [headline.strategies, t.strategies, listOf('strategies', {}, lang)],
      ]}
    />
  );
}

/** `/insight/{block}`: one question, to link to and to embed. */
export function BlockPage({ site, insight, children }: { site: Site; insight: Insight; children?: Child }) {
  const { hub, lang } = site;
  const t = insightTexts[lang];
  const [of] = insight.blocks;
  if (!of) return null;
  const { title } = t.blocks[of.block.name];
  const path = `/insight/${of.block.name}`;
  return (
    <Layout
      site={site}
      title={`${title} – ${hub.region.title[lang]}`}
      description={plain(of.shown.sentence)}
      path={path}
      {...(of.shown.plot && { picture: `${path}/card.png` })}
    >
      <div class="insight alone">
        <p class="kicker">
          <a href={href('/insight', lang)}>{texts[lang].named(t.title, hub.region.name[lang])}</a>
        </p>
        <h1>{title}</h1>
        <BlockSection hub={hub} lang={lang} of={of} alone />
        {children}
      </div>
    </Layout>
  );
}
