import { node, replaceChildren } from '../dom/build-node.ts';
import { followLink } from '../dom/links.ts';
import type { Answer, AnswersData } from '../model/contract.ts';
import { type Change, searchOf } from '../model/filters.ts';
import type { Hub } from '../model/hub.ts';
import { answerTexts, stateInWords } from '../model/texts/answer-texts.ts';
import { canOpen, isAsking, type View } from '../model/view.ts';
import { callLines } from './panel/call-lines.ts';
import { workLink } from './panel/work-link.ts';

/** Who can help, the nearest and most alike first: a card for each, with somebody to call on it. */
export class Answers {
  readonly #container: HTMLElement;
  readonly #hub: Hub;
  readonly #choose: (change: Change) => void;
  readonly #failed: (error: unknown) => void;
  #asking = new AbortController();
  /** the question that is answered, or being asked */
  #asked = '';
  #view: View | null = null;
  #data: AnswersData | null = null;
  /** fulfilled when nothing is being asked any more */
  settled: Promise<void> = Promise.resolve();

  constructor(
    container: HTMLElement,
    hub: Hub,
    choose: (change: Change) => void,
    failed: (error: unknown) => void,
  ) {
    this.#container = container;
    this.#hub = hub;
    this.#choose = choose;
    this.#failed = failed;
  }

  /** Asks at once, beside the map's own question: the cards are what the visitor waits for. */
  ask(state: View['state']): void {
    const asking = isAsking(state);
    const question = asking ? `${state.home ?? ''}?${searchOf(state.filters)}` : '';
    if (question === this.#asked) return;
    this.#asked = question;
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#data = null;
    if (!asking) {
      this.#draw();
      return;
    }
    this.settled = this.#hub.answers(state.filters, state.home, signal).then(
      (data) => {
        this.#data = data;
        this.#draw();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        this.#asked = '';
        this.#failed(error);
      },
    );
  }

  show(view: View): void {
    this.#view = view;
    this.ask(view.state);
    this.#draw();
  }

  #draw(): void {
    const view = this.#view;
    this.#container.hidden = !this.#data;
    if (!view || !this.#data) {
      this.#container.replaceChildren();
      return;
    }
    const { total, answers, own } = this.#data;
    const t = answerTexts[view.texts.lang];
    const hidden = total - answers.reduce((sum, { also }) => sum + 1 + also.length, 0);
    replaceChildren(
      this.#container,
      node(
        'h3',
        { class: 'said' },
        node('span', { role: 'status' }, total > 0 ? t.helpers(total) : t.nobody),
      ),
      ...(own.length > 0
        ? [
            node(
              'p',
              { class: 'own' },
              t.own,
              ' ',
              ...own.flatMap((work, at) => [at > 0 && ', ', workLink(work, view, this.#hub, this.#choose)]),
            ),
          ]
        : []),
      node('ul', { class: 'cards' }, ...answers.map((answer) => this.#card(answer, view))),
      ...(hidden > 0 ? [node('p', { class: 'facts' }, t.more(hidden))] : []),
    );
  }

  #card(answer: Answer, view: View): HTMLElement {
    const { texts } = view;
    const t = answerTexts[texts.lang];
    const { ags, name, kind, population, km, neighbour, project, more, call, why, also } = answer;
    const place = name === undefined ? texts.wholeRegion : kind === 'LANDKREIS' ? texts.district(name) : name;
    const facts = [
      population ? t.inhabitants(population) : '',
      km ? texts.km(km) : '',
      neighbour ? t.neighbour : '',
    ].filter(Boolean);
    const reasons = [neighbour ? '' : why, call?.why ?? ''].filter(Boolean).join(' · ');
    return node(
      'li',
      { class: 'card' },
      node(
        'p',
        { class: 'top' },
        ags && canOpen(view, ags)
          ? followLink(
              this.#hub.page(`/municipalities/${ags}`),
              { class: 'name', 'data-key': `answer-${ags}` },
              () => this.#choose({ municipality: ags, project: null }),
              place,
            )
          : node('span', { class: 'name' }, place),
        node('span', { class: 'facts' }, facts.join('\u00a0· ')),
      ),
      project &&
        node(
          'p',
          { class: 'work' },
          workLink(project, view, this.#hub, this.#choose),
          ' ',
          node(
            'span',
            { class: 'facts' },
            stateInWords(texts, project.status, project.period_start, project.period_end),
            more > 0 && ` ${t.moreProjects(more)}`,
          ),
        ),
      ...(call ? callLines(call, this.#hub, texts, reasons) : [node('p', { class: 'why' }, t.noWay)]),
      also.length > 0 && node('p', { class: 'why' }, t.also(also.map((other) => other?.name ?? ''))),
    );
  }

  stop(): void {
    this.#asking.abort();
  }
}
