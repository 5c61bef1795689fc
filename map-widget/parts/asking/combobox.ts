import { node } from '../../dom/build-node.ts';
import { type Option, OptionList } from './option-list.ts';

interface Words {
  label: string;
  hint: string;
  nothing: string;
}

/** While typing the hub is asked when the fingers rest. */
const pause = 120;

/** A text field with suggestions below it, as ARIA describes a combobox with a list: by keyboard and by touch. */
export class Combobox {
  readonly root: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #list: OptionList;
  readonly #ask: (text: string, signal: AbortSignal) => Promise<Option[]>;
  readonly #choose: (option: Option | null, text: string) => void;
  readonly #all: () => Option[];
  #asking = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** the text that the suggestions are for */
  #suggested: string | null = null;
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
    this.#ask = ask;
    this.#choose = choose;
    this.#all = all;
    this.input = node('input', {
      type: 'text',
      role: 'combobox',
      maxlength: 200,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: words.hint,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      input: () => this.#typed(),
      keydown: (event) => this.#key(event as KeyboardEvent),
      change: () => void this.commit(),
      blur: () => this.#list.close(),
      focus: () => this.input.select(),
      click: () => this.#browse(),
    });
    this.#list = new OptionList(this.input, words.label, words.nothing, (option) =>
      this.#chosen(option, this.input.value.trim()),
    );
    this.root = node(
      'div',
      { class: 'combobox' },
      node('label', { class: 'field' }, node('span', {}, words.label), this.input),
      this.#list.root,
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
    const { marked } = this.#list;
    // Leaving the field and the button beside it tell of the same text.
    if (!marked && (text === this.#shown || text === this.#pending)) return;
    this.#pending = text;
    if (text === '' || marked) {
      this.#chosen(marked ?? null, text);
      return;
    }
    // Whoever types fast is not overtaken by suggestions for half a word.
    clearTimeout(this.#timer);
    if (this.#suggested !== text) await this.#load(text);
    if (this.#pending !== text) return;
    this.#chosen(this.#list.options.find(({ close }) => close) ?? null, text);
  }

  #chosen(option: Option | null, text: string): void {
    this.#list.close();
    this.#list.unmark();
    this.#pending = null;
    this.#shown = option ? option.parts.map((part) => part.text).join('') : text;
    this.input.value = this.#shown;
    this.#choose(option, text);
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const text = this.input.value.trim();
    this.#list.unmark();
    if (text === '') {
      this.#list.close();
      this.#browse();
      return;
    }
    this.#timer = setTimeout(() => void this.#load(text).then(() => this.#open()), pause);
  }

  /** All there is, as long as nothing is typed. */
  #browse(): void {
    if (this.input.value !== '') return;
    this.#list.options = this.#all();
    this.#suggested = null;
    if (this.#list.options.length > 0) this.#open();
  }

  async #load(text: string): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      this.#list.options = await this.#ask(text, signal);
      this.#suggested = text;
    } catch {
      // Without suggestions the field is still a field.
      if (signal.aborted) return;
      this.#list.options = [];
      this.#suggested = null;
    }
  }

  #open(): void {
    if ((this.input.getRootNode() as ShadowRoot).activeElement === this.input) this.#list.open();
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' && !this.#list.isOpen) this.#browse();
    const open = this.#list.isOpen;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open && this.#list.options.length > 0) {
      event.preventDefault();
      this.#list.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      this.#list.close();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking.abort();
  }
}
