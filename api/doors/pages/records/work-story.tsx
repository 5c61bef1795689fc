import type { Language } from '../../../language.ts';
import type { RelatedList } from '../../../publishing/records/related.ts';
import { recordTexts } from '../../../texts/pages/record.ts';
import { texts } from '../../../texts/texts.ts';
import { listOf } from '../insight/block.ts';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** What hangs together with a contact. */
export function WorkStory({ site: { lang }, found, story }: Told) {
  const filter = { contact: String(found.record.slug) };
  const { projects, strategies } = found.related;
  return (
    <Work
      lang={lang}
      places={story.places}
      projects={projects && { ...projects, heading: texts[lang].projects, filter }}
      strategies={strategies && { ...strategies, heading: texts[lang].strategies, filter }}
    />
  );
}

/** What the owners of a strategy do in its fields, and which others there are. */
export function StrategyStory({ site: { lang }, story: { around, places } }: Told) {
  const t = recordTexts[lang];
  return (
    <Work
      lang={lang}
      places={places}
      projects={around && { ...around.projects, heading: t.projectsOnIt }}
      strategies={around && { ...around.strategies, heading: t.otherStrategies }}
    />
  );
}

/** Some work, and the filter under which all of it is listed. */
type Part = RelatedList & {
  readonly heading: string;
  readonly filter: Readonly<Record<string, string | readonly string[]>>;
};

type Parts = {
  readonly lang: Language;
  readonly places: Told['story']['places'];
  readonly projects: Part | null | undefined;
  readonly strategies: Part | null | undefined;
};

function Work({ lang, places, projects, strategies }: Parts) {
  return (
    <>
      {projects && projects.total > 0 && (
        <section>
          <h2>{projects.heading}</h2>
          <ProjectLines
            {...projects}
            lang={lang}
            places={places}
            all={listOf('projects', projects.filter, lang)}
          />
        </section>
      )}
      {strategies && strategies.total > 0 && (
        <section>
          <h2>{strategies.heading}</h2>
          <WorkLines {...strategies} lang={lang} all={listOf('strategies', strategies.filter, lang)} />
        </section>
      )}
    </>
  );
}
