import type { Row } from '../../../catalogue/query/page.ts';
import { href } from '../../../language.ts';
import type { Site } from '../../../publishing/layout.tsx';
import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { germanIn, titleOf } from '../../../texts/words.ts';
import { listOf, withoutDistricts } from '../insight/block.ts';
import { Call } from './call-box.tsx';
import { Figures } from './figures.tsx';
import { More } from './more.tsx';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** The Steckbrief: what the place does, who can help it, and what those around it have. */
export function MunicipalityStory({ site: { lang }, found, story, title }: Told) {
  const t = recordTexts[lang];
  const { record, related, peers } = found;
  const ags = String(record.ags);
  const district = ags.length === 5;
  const { projects, strategies } = related;
  const best = peers?.best ?? [];
  const at = (entity: 'projects' | 'strategies') => listOf(entity, { municipality: ags }, lang);
  return (
    <>
      <Figures
        lang={lang}
        figures={[
          [projects?.total ?? 0, t.figures.projects, at('projects')],
          [strategies?.total ?? 0, t.figures.strategies, at('strategies')],
          [peers?.total ?? 0, t.figures.helpers, '#help'],
        ]}
      />
      <section>
        <h2>{t.does(title, district)}</h2>
        {projects && projects.total > 0 ? (
          <ProjectLines {...projects} lang={lang} of={ags} all={at('projects')} />
        ) : (
          <p>{texts[lang].nobodyYet}</p>
        )}
      </section>
      {strategies && strategies.total > 0 && (
        <section>
          <h2>{texts[lang].strategies}</h2>
          <WorkLines {...strategies} lang={lang} all={at('strategies')} />
        </section>
      )}
      {best.length > 0 && (
        <section id="help">
          <h2>{t.helps(title, district)}</h2>
          <ul class="lines">
            {best.map((peer) => (
              <li>
                <Helper peer={peer} site={{ lang }} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {(['neighbours', 'members'] as const).map((list) => {
        const { rows = [], total = 0 } = related[list] ?? {};
        return (
          rows.length > 0 && (
            <section class="around">
              <h2>{t[list]}</h2>
              <ul class="names">
                {rows.map((row) => {
                  const count = story.counts.get(String(row.ags));
                  return (
                    <li>
                      <a href={href(String(row.url), lang)}>{titleOf(row, texts[lang])}</a>
                      <span class="muted">
                        {t.count(count?.projects ?? 0, count?.strategies ?? 0) || t.nothing}
                      </span>
                    </li>
                  );
                })}
              </ul>
              <More
                total={total}
                shown={rows.length}
                lang={lang}
                all={listOf(
                  'municipalities',
                  list === 'members' ? { ...withoutDistricts, district: ags } : { neighbourOf: ags },
                  lang,
                )}
              />
            </section>
          )
        );
      })}
    </>
  );
}

/** What makes another comparable; how far it is stands in its project. */
const compared = new Set(['SIZE', 'DISTANCE', 'NEIGHBOUR', 'DISTRICT']);

/** An administration that is further, what with, and how to reach it. */
function Helper({ peer, site: { lang } }: { peer: Row; site: Pick<Site, 'lang'> }) {
  const t = texts[lang];
  const { project, call, reasons, also } = peer as {
    project?: Row | null;
    call?: Row | null;
    reasons: { code: string; text: string }[];
    also?: (Row | undefined)[];
  };
  const others = (also ?? []).flatMap((row) => (row ? [titleOf(row, t)] : []));
  return (
    <>
      <a href={href(String(peer.url), lang)}>{titleOf(peer, t)}</a>
      {others.length > 0 && `, ${others.join(', ')}`}
      {project && (
        <span lang={germanIn(lang)}>
          <a href={href(String(project.url), lang)}>{String(project.title)}</a>
        </span>
      )}
      <span class="muted">
        {reasons
          .filter(({ code }) => compared.has(code))
          .map(({ text }) => text)
          .join(' · ')}
      </span>
      {call && <Call call={call} lang={lang} />}
    </>
  );
}
