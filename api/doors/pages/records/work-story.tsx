import { texts } from '../../../texts/texts.ts';
import { listOf } from '../insight/block.ts';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** What hangs together with a contact. */
export function WorkStory({ site: { lang }, found, story }: Told) {
  const { projects, strategies } = found.related;
  const all = (entity: 'projects' | 'strategies') =>
    listOf(entity, { contact: String(found.record.slug) }, lang);
  return (
    <>
      {projects && projects.total > 0 && (
        <section>
          <h2>{texts[lang].projects}</h2>
          <ProjectLines {...projects} lang={lang} places={story.places} all={all('projects')} />
        </section>
      )}
      {strategies && strategies.total > 0 && (
        <section>
          <h2>{texts[lang].strategies}</h2>
          <WorkLines {...strategies} lang={lang} all={all('strategies')} />
        </section>
      )}
    </>
  );
}
