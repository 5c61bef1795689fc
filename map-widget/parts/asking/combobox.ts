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

interface Words {
  label: string;
  hint: string;
  nothing: string;
}

/** While typing the hub is asked when the fingers rest. */
const pause = 120;

let boxes = 0;

/** A text field with suggestions below it, as ARIA describes a combobox with a list: by keyboard and by touch. */
export class Combobox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #words: Words;
  readonly #ask: (text: string, signal: AbortSignal) => Promise<Option[]>;
  readonly #choose: (option: Option | null, text: string) => void;
  readonly #all: () => Option[];
  readonly #id = `dw-options-${++boxes}`;
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #options: Option[] = [];
  /** number of the option that the arrow keys have come to */
  #active = -1;
  /** what the field says of what is chosen */
  #shown = '';
  /** what is being taken for chosen */
  #pending: string | null = null;

  /**
   * @param ask suggestions for a text; what is asked later calls it off
   * @param all what there is to choose from before anything is typed
   * @param choose told what was chosen; null with a text that is no suggestion, and with '' when the field is emptied
   */
  constructor(
    words: Words,
    ask: (text: string, signal: AbortSignal) => Promise<Option[]>,
    choose: (option: Option | null, text: string) => void,
    all: () => Option[] = () => [],
  ) {
    this.#words = words;
    this.#ask = ask;
    this.#choose = choose;
    this.#all = all;
    this.#list = node('ul', {
      class: 'options',
      role: 'listbox',
      id: this.#id,
      'aria-label': words.label,
      hidden: true,
    });
    this.input = node('input', {
      type: 'text',
      role: 'combobox',
      maxlength: 200,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: words.hint,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#id,
      input: () => this.#typed(),
      keydown: (event) => this.#key(event as KeyboardEvent),
      change: () => void this.commit(),
      blur: () => this.#close(),
      focus: () => this.input.select(),
      click: () => this.#browse(),
    });
    this.root = node(
      'div',
      { class: 'combobox' },
      node('label', { class: 'field' }, node('span', {}, words.label), this.input),
      this.#list,
    );
  }

  /** What is chosen, in words; what is being typed is newer. */
  show(text: string): void {
    const typing =
      (this.input.getRootNode() as ShadowRoot).activeElement === this.input &&
      this.input.value !== this.#shown;
    this.#shown = text;
    if (!typing) this.input.value = text;
  }

  /** Takes what is typed for chosen: the suggestion that is marked or means just this, else the text. */
  async commit(): Promise<void> {
    const text = this.input.value.trim();
    const marked = this.#options[this.#active];
    // Leaving the field and the button beside it tell of the same text.
    if (!marked && (text === this.#shown || text === this.#pending)) return;
    this.#pending = text;
    if (text === '' || marked) {
      this.#chosen(marked ?? null, text);
      return;
    }
    // Whoever types fast is not overtaken by suggestions for half a word.
    clearTimeout(this.#timer);
    await this.#load(text);
    if (this.#pending !== text) return;
    this.#chosen(this.#options.find(({ close }) => close) ?? null, text);
  }

  #chosen(option: Option | null, text: string): void {
    this.#close();
    this.#pending = null;
    this.#active = -1;
    this.#shown = option ? option.parts.map((part) => part.text).join('') : text;
    this.input.value = this.#shown;
    this.#choose(option, text);
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const text = this.input.value.trim();
    this.#active = -1;
    if (text === '') {
      this.#close();
      this.#browse();
      return;
    }
    this.#timer = setTimeout(() => void this.#load(text).then(() => this.#open()), pause);
  }

  /** All there is, as long as nothing is typed. */
  #browse(): void {
    if (this.input.value !== '') return;
    this.#options = this.#all();
    this.#active = -1;
    if (this.#options.length > 0) this.#open();
  }

  async #load(text: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      this.#options = await this.#ask(text, signal);
      this.#active = -1;
    } catch {
      // Without suggestions the field is still a field.
      if (!signal.aborted) this.#options = [];
    }
  }

  #open(): void {
    const active = (this.input.getRootNode() as ShadowRoot).activeElement === this.input;
    if (!active) return;
    const option = ({ parts, lang, detail }: Option, at: number) =>
      node(
        'li',
        {
          role: 'option',
          id: `${this.#id}-${at}`,
          class: 'option',
          'aria-selected': String(at === this.#active),
          // Before the field loses the focus and closes.
          pointerdown: (event) => {
            event.preventDefault();
            this.#chosen(this.#options[at] ?? null, this.input.value.trim());
          },
        },
        node('span', { lang }, ...parts.map(({ text, matched }) => (matched ? node('b', {}, text) : text))),
        detail && node('span', { class: 'detail' }, detail),
      );
    this.#list.replaceChildren(
      ...(this.#options.length > 0
        ? this.#options.map(option)
        : [node('li', { class: 'option none-found' }, this.#words.nothing)]),
    );
    this.#list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.#mark();
  }

  #mark(): void {
    const id = this.#active < 0 ? null : `${this.#id}-${this.#active}`;
    if (id) this.input.setAttribute('aria-activedescendant', id);
    else this.input.removeAttribute('aria-activedescendant');
    for (const [at, row] of [...this.#list.children].entries())
      row.setAttribute('aria-selected', String(at === this.#active));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && this.#list.hidden) this.#browse();
    const open = !this.#list.hidden && this.#options.length > 0;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = Math.max(-1, Math.min(this.#options.length - 1, this.#active + step));
      this.#mark();
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.stopPropagation();
      this.#close();
    }
  }

  #close(): void {
    this.#list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }
}
