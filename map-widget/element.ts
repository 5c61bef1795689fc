import { widgetStyles } from './stylesheet.ts';
import { textsFor } from './texts/texts.ts';
import { type Host, Widget } from './widget.ts';

// Apart from `new URL`: Vite takes the two together for a file to be bundled.
const script = import.meta.url;

const attributes = ['src', 'lang', 'field', 'municipality', 'theme', 'height'] as const;
type Name = (typeof attributes)[number];

/** <digitale-wege-map>: the map and list of a hub, in any page. Attributes in, dw-* events out. */
export class DigitaleWegeMap extends HTMLElement {
  static readonly observedAttributes = attributes;
  #widget: Widget | null = null;

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [widgetStyles()];
    this.#applyHeight();
    this.#widget = new Widget(this.#host(), shadow);
  }

  disconnectedCallback(): void {
    this.#widget?.stop();
    this.#widget = null;
  }

  attributeChangedCallback(name: Name, before: string | null, now: string | null): void {
    if (before === now || !this.#widget) return;
    if (name === 'field') void this.#widget.load();
    else if (name === 'municipality') this.#widget.select();
    else if (name === 'height') this.#applyHeight();
    else if (name === 'src' || name === 'lang') {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(value: string | null) {
    this.#reflect('src', value);
  }

  override get lang(): string {
    return this.getAttribute('lang') ?? '';
  }
  override set lang(value: string | null) {
    this.#reflect('lang', value);
  }

  get field(): string | null {
    return this.getAttribute('field') || null;
  }
  set field(value: string | null) {
    this.#reflect('field', value);
  }

  get municipality(): string | null {
    return this.getAttribute('municipality') || null;
  }
  set municipality(value: string | null) {
    this.#reflect('municipality', value);
  }

  get theme(): 'light' | 'dark' | 'auto' {
    const theme = this.getAttribute('theme');
    return theme === 'light' || theme === 'dark' ? theme : 'auto';
  }
  set theme(value: 'light' | 'dark' | 'auto' | null) {
    this.#reflect('theme', value);
  }

  /** any CSS length */
  get height(): string | null {
    return this.getAttribute('height') || null;
  }
  set height(value: string | null) {
    this.#reflect('height', value);
  }

  #reflect(name: Name, value: string | null): void {
    if (value === null || value === '') this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  #applyHeight(): void {
    const height = /^\d+$/.test(this.height ?? '') ? `${this.height}px` : this.height;
    if (height && CSS.supports('height', height)) this.style.setProperty('--dw-height', height);
    else this.style.removeProperty('--dw-height');
  }

  #host(): Host {
    const element = this;
    const base = new URL(this.src || new URL('.', script), document.baseURI);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return {
      base,
      texts: textsFor(this.closest('[lang]')?.getAttribute('lang')),
      get field() {
        return element.field;
      },
      set field(value) {
        element.field = value;
      },
      get municipality() {
        return element.municipality;
      },
      set municipality(value) {
        element.municipality = value;
      },
      tell: (event, detail) => {
        this.dispatchEvent(new CustomEvent(`dw-${event}`, { detail, bubbles: true, composed: true }));
      },
    };
  }
}
