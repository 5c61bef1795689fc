import { node } from '../../dom/build-node.ts';
import type { Change } from '../../model/filters.ts';
import type { Hub } from '../../model/hub.ts';
import { answerTexts } from '../../model/texts/answer-texts.ts';
import type { Texts } from '../../model/texts/texts.ts';
import { germanIn, localisedIn, type View } from '../../model/view.ts';
import { Combobox } from './combobox.ts';
import { named } from './filter-words.ts';
import type { Option } from './option-list.ts';

const facetOf = { fields: 'field', topics: 'topic' } as const;

/** The line of two questions that everything begins with: whose municipality, and what is it about? */
export class AskBar {
  readonly #container: HTMLElement;
  readonly #change: (change: Change) => void;
  readonly #home: Combobox;
  readonly #about: Combobox;
  #view: View | null = null;

  constructor(container: HTMLElement, hub: Hub, texts: Texts, change: (change: Change) => void) {
    this.#container = container;
    this.#change = change;
    const t = answerTexts[texts.lang];
    const lists: Record<string, string> = {
      topics: texts.filterNames.topic,
      fields: texts.filterNames.field,
      projects: texts.projectsHeading,
    };
    const languages: Record<string, string | null> = {
      topics: localisedIn(texts),
      fields: localisedIn(texts),
      projects: germanIn(texts),
    };
    const words = (label: string, hint: string) => ({
      label,
      hint,
      nothing: t.noSuggestion,
    });
    const ask = (wanted: string[]) => async (text: string, signal: AbortSignal) => {
      const { lists: found } = await hub.suggest(text, wanted, signal);
      return found.flatMap(({ list, records }) =>
        records.map(
          ({ key, parts, match, district }): Option => ({
            list,
            key,
            parts,
            lang: languages[list] ?? null,
            detail:
              list === 'municipalities'
                ? district
                  ? texts.district(district)
                  : ''
                : [lists[list], this.#count(list, key)].filter(Boolean).join(' · '),
            // Of projects one is meant only by its whole title: others may have the same words.
            close: match === 'NAME' || (list !== 'projects' && match !== 'TEXT'),
          }),
        ),
      );
    };
    this.#home = new Combobox(words(t.home, ''), ask(['municipalities']), (option, text) => {
      if (option || text === '') change({ home: option?.key ?? null });
    });
    this.#about = new Combobox(
      words(t.about, t.aboutHint),
      ask(['topics', 'fields', 'projects']),
      (option, text) => this.#choose(option, text),
      () => this.#abouts(lists),
    );
    container.setAttribute('aria-label', texts.peersHeading);
    container.append(
      this.#home.root,
      this.#about.root,
      node('button', { type: 'submit', class: 'show' }, t.show),
    );
    container.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#home.commit();
      void this.#about.commit();
    });
  }

  /** One thing is asked about at a time: a topic, a field, a project, or words. */
  #choose(option: Option | null, text: string): void {
    const nothing = { topic: null, field: null, text: null, project: null };
    if (option?.list === 'projects') this.#change({ project: option.key, municipality: null });
    else if (option) this.#change({ ...nothing, [option.list === 'topics' ? 'topic' : 'field']: option.key });
    else this.#change({ ...nothing, text: text || null });
  }

  /** Fields and topics in one choice, each with how much there is. */
  #abouts(lists: Record<string, string>): Option[] {
    const view = this.#view;
    if (!view) return [];
    return Object.entries(facetOf).flatMap(([list, facet]) =>
      view.data.facets[facet]
        .filter(({ count }) => count > 0)
        .map(({ value, name }) => ({
          list,
          key: value,
          parts: [{ text: name, matched: false }],
          lang: localisedIn(view.texts),
          detail: `${lists[list]} · ${this.#count(list, value)}`,
          close: false,
        })),
    );
  }

  #count(list: string, key: string): string {
    const facet = list in facetOf ? facetOf[list as keyof typeof facetOf] : null;
    const found = facet && this.#view?.data.facets[facet].find(({ value }) => value === key);
    return found ? String(found.count) : '';
  }

  update(view: View): void {
    this.#view = view;
    const { state, byAgs } = view;
    this.#home.root.hidden = state.locked.has('home');
    this.#about.root.hidden = ['topic', 'field', 'text'].every((name) => state.locked.has(name));
    this.#container.hidden = this.#home.root.hidden && this.#about.root.hidden;
    this.#home.show(byAgs.get(state.home ?? '')?.name ?? '');
    const { topic, field, text } = state.filters;
    this.#about.show(
      topic ? named(view, 'topic', topic) : field ? named(view, 'field', field) : (text ?? ''),
    );
  }

  stop(): void {
    this.#home.stop();
    this.#about.stop();
  }
}
