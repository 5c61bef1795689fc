import { node } from '../../dom/build-node.ts';

/** What a visitor can choose from what is typed. */
export interface Option {
  /** the list it is of, and its key there */
  list: string;
  key: string;
  parts: readonly { text: string; matched: boolean }[];
  /** of its name, where it is not that of the widget */
  lang: string | null;
  detail: string;
  /** whether its name is, or begins with, what was typed */
  close: boolean;
}

let lists = 0;

/** The options below a text field, as ARIA describes the list box of a combobox: the field names the marked one. */
export class OptionList {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #nothing: string;
  readonly #choose: (option: Option) => void;
  readonly #id = `dw-options-${++lists}`;
  #options: readonly Option[] = [];
  /** number of the option that the arrow keys have come to */
  #active = -1;

  /**
   * @param nothing said where there is no option
   * @param choose told which option was pressed
   */
  constructor(input: HTMLInputElement, label: string, nothing: string, choose: (option: Option) => void) {
    this.#input = input;
    this.#nothing = nothing;
    this.#choose = choose;
    this.root = node('ul', {
      class: 'options',
      role: 'listbox',
      id: this.#id,
      'aria-label': label,
      hidden: true,
    });
    input.setAttribute('aria-controls', this.#id);
  }

  get options(): readonly Option[] {
    return this.#options;
  }

  /** Other options; none is marked. */
  set options(options: readonly Option[]) {
    this.#options = options;
    this.#active = -1;
  }

  get marked(): Option | undefined {
    return this.#options[this.#active];
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  open(): void {
    const rows = this.#options.map((option, at) => this.#row(option, at));
    this.root.replaceChildren(
      ...(rows.length > 0 ? rows : [node('li', { class: 'option none-found' }, this.#nothing)]),
    );
    this.root.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#mark();
  }

  close(): void {
    this.root.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** Marks the next option, or the one before; before the first, none is. */
  move(step: 1 | -1): void {
    this.#active = Math.max(-1, Math.min(this.#options.length - 1, this.#active + step));
    this.#mark();
  }

  unmark(): void {
    this.#active = -1;
  }

  #row(option: Option, at: number): HTMLElement {
    const { parts, lang, detail } = option;
    return node(
      'li',
      {
        role: 'option',
        id: `${this.#id}-${at}`,
        class: 'option',
        // Before the field loses the focus and closes.
        pointerdown: (event) => {
          event.preventDefault();
          this.#choose(option);
        },
      },
      node('span', { lang }, ...parts.map(({ text, matched }) => (matched ? node('b', {}, text) : text))),
      detail && node('span', { class: 'detail' }, detail),
    );
  }

  #mark(): void {
    if (this.#active < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `${this.#id}-${this.#active}`);
    for (const [at, row] of [...this.root.children].entries())
      row.setAttribute('aria-selected', String(at === this.#active));
  }
}
