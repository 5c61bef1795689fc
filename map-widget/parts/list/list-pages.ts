import { afterPaint } from '../../dom/after-paint.ts';
import { node } from '../../dom/build-node.ts';
import type { Texts } from '../../model/texts/texts.ts';

/** Rows that stand in the list at once; the others are a press away. */
const pageSize = 200;
/** Rows that are seen at first; the others follow when the map has been painted. */
const seen = 30;
/** Rows that a phone shows at first. */
const few = 10;

/** A long list, a page at a time. */
export class ListPages {
  readonly #container: HTMLElement;
  readonly #turned: () => void;
  /** number of the first row that is shown */
  #from = 0;
  /** what was open when the list was drawn last */
  #open: string | null = null;
  /** whether the visitor has asked for all rows */
  #whole = false;
  /** how many rows the page has */
  #count = 0;
  /** calls off what is left of the first list; null before it */
  #callOff: (() => void) | null = null;

  constructor(container: HTMLElement, turned: () => void) {
    this.#container = container;
    this.#turned = turned;
  }

  get atStart(): boolean {
    return this.#from === 0;
  }

  restart(): void {
    this.#from = 0;
  }

  /** The rows of the page; of the first list at first what is seen of it. */
  of<Row>(rows: readonly Row[]): Row[] {
    const page = rows.slice(this.#from, this.#from + pageSize);
    this.#count = page.length;
    const first = this.#callOff === null && this.#open === null;
    this.#callOff ??= first && page.length > seen ? afterPaint(this.#turned) : () => {};
    return first ? page.slice(0, seen) : page;
  }

  /** What has just been opened on the map is seen in the list. */
  follow(keys: readonly string[], open: string | null): void {
    if (open === this.#open) return;
    this.#open = open;
    const at = keys.indexOf(open ?? '');
    if (at >= 0) this.#from = at - (at % pageSize);
  }

  /** On a phone a long list begins with ten rows, as the styles have it; beside the map it has its own height. */
  shortly(texts: Texts, lines: HTMLElement[]): HTMLElement[] {
    const list = node('ul', { class: 'lines' }, ...lines);
    if (lines.length <= few + 2 || this.#whole) return [list];
    const current = lines.findIndex((one) => one.querySelector('[aria-current]'));
    if (current >= few) return [list];
    const button = node(
      'button',
      {
        type: 'button',
        class: 'action all',
        click: () => {
          this.#whole = true;
          list.classList.remove('short');
          button.remove();
          list.children[few]?.querySelector<HTMLElement>('a')?.focus();
        },
      },
      texts.all(this.#count),
    );
    list.classList.add('short');
    return [list, button];
  }

  /** To the page before, if there is one. */
  back(texts: Texts, count: number): HTMLElement[] {
    return this.#button(texts, 'back', this.#from - pageSize, count);
  }

  /** To the next page, if there is one. */
  on(texts: Texts, count: number): HTMLElement[] {
    return this.#button(texts, 'on', this.#from + pageSize, count);
  }

  stop(): void {
    this.#callOff?.();
  }

  /** Leads to the rows from that number on; nothing where there are none. */
  #button(texts: Texts, key: 'back' | 'on', from: number, count: number): HTMLElement[] {
    if (from < 0 || from >= count) return [];
    const turn = () => {
      this.#from = from;
      this.#turned();
      const rows = this.#container.querySelectorAll<HTMLElement>(':scope > ul:last-of-type .row');
      // Reading goes on where the other page ended.
      (key === 'on' ? rows[0] : rows[rows.length - 1])?.focus();
    };
    const label = texts.rows(from + 1, Math.min(from + pageSize, count), count);
    return [node('button', { type: 'button', class: 'action page', 'data-key': key, click: turn }, label)];
  }
}

/** scrollIntoView would move the host's page as well. */
export function bringIntoSight(list: HTMLElement): void {
  const current = list.querySelector('[aria-current]');
  if (!current) return;
  const row = current.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (row.top >= frame.top && row.bottom <= frame.bottom) return;
  list.scrollTop += row.top - frame.top - frame.height / 2;
}
