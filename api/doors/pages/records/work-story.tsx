import { texts } from '../../../texts/texts.ts';
import { listOf } from '../insight/block.ts';
import { ProjectLines } from './project-lines.tsx';
import type { Told } from './told.ts';
import { WorkLines } from './work-lines.tsx';

/** Of contacts and strategies: what hangs together with them. */
export function WorkStory({ site: { lang }, found, story }: Told) {
  const projects = found.related.projects?.rows ?? [];
  const strategies = found.related.strategies?.rows ?? [];
  return (
    <>
      {projects.length > 0 && (
        <section>
          <h2>{texts[lang].projects}</h2>
          <ProjectLines
            rows={projects}
            lang={lang}
            places={story.places}
            all={listOf('projects', { contact: String(found.record.slug) }, lang)}
          />
        </section>
      )}
      {strategies.length > 0 && (
        <section>
          <h2>{texts[lang].strategies}</h2>
          <WorkLines rows={strategies} lang={lang} />
        </section>
      )}
    </>
  );
}
