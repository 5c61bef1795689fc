import { recordTexts } from '../../../texts/pages/record.ts';
import { listOf } from '../insight/block.ts';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** What the owners of a strategy do in its fields, and which others there are. */
export function StrategyStory({ site: { lang }, story: { around, places } }: Told) {
  if (!around) return null;
  const t = recordTexts[lang];
  const { projects, strategies } = around;
  return (
    <>
      {projects.rows.length > 0 && (
        <section>
          <h2>{t.projectsOnIt}</h2>
          <ProjectLines
            {...projects}
            lang={lang}
            places={places}
            all={listOf('projects', projects.filter, lang)}
          />
        </section>
      )}
      {strategies.rows.length > 0 && (
        <section>
          <h2>{t.otherStrategies}</h2>
          <WorkLines {...strategies} lang={lang} all={listOf('strategies', strategies.filter, lang)} />
        </section>
      )}
    </>
  );
}
