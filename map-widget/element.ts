import { widgetStyles } from './dom/stylesheet.ts';
import { type Change, type Filters, filterNames, layers, parts, type State, views } from './model/filters.ts';
import type { Host } from './model/host.ts';
import { textsFor } from './model/texts/texts-for.ts';
import { Widget } from './widget.ts';

// Apart from `new URL`: Vite takes the two together for a file to be bundled.
const script = import.meta.url;

// The hub writes the address in when it serves this script, so that the shapes load beside its first answer.
const boundaries = '%BOUNDARIES%';

/** Attribute of each property. */
const attributes = {
  src: 'src',
  lang: 'lang',
  view: 'view',
  layer: 'layer',
  field: 'field',
  topic: 'topic',
  status: 'status',
  district: 'district',
  sizeClass: 'size-class',
  near: 'near',
  km: 'km',
  text: 'text',
  filter: 'filter',
  municipality: 'municipality',
  project: 'project',
  home: 'home',
  hide: 'hide',
  title: 'title',
  search: 'search',
  filters: 'filters',
  layers: 'layers',
  list: 'list',
  legend: 'legend',
  locked: 'locked',
  theme: 'theme',
  height: 'height',
} as const;
type Property = keyof typeof attributes;

const oneOf = <Value extends string>(
  values: readonly Value[],
  given: string | null,
  otherwise: Value,
): Value => values.find((value) => value === given) ?? otherwise;

/** <digitale-wege-map>: the map and list of a hub, in any page. Attributes in, dw-* events out. */
export class DigitaleWegeMap extends HTMLElement {
  static readonly observedAttributes: string[] = Object.values(attributes);
  #widget: Widget | null = null;
  #told = false;

  connectedCallback(): void {
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    // First, as it asks the hub first.
    this.#widget = new Widget(this.#host(), shadow);
    shadow.adoptedStyleSheets = [widgetStyles()];
    this.#applyHeight();
  }

  disconnectedCallback(): void {
    this.#widget?.stop();
    this.#widget = null;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.#widget) return;
    if (name === 'height') this.#applyHeight();
    else if (name === 'src' || name === 'lang') {
      this.disconnectedCallback();
      this.connectedCallback();
    } else if (!this.#told) {
      // Several attributes that change together are one change: a reset asks the hub once.
      this.#told = true;
      queueMicrotask(() => {
        this.#told = false;
        this.#widget?.apply();
      });
    }
  }

  /** null or nothing removes the attribute. */
  reflect(property: Property, value: string | null): void {
    if (value === null || value === '') this.removeAttribute(attributes[property]);
    else this.setAttribute(attributes[property], value);
  }

  given(property: Property): string | null {
    return this.getAttribute(attributes[property])?.trim() || null;
  }

  #state(): State {
    const locked = new Set((this.given('locked') ?? '').split(/[\s,]+/).map((name) => propertyOf(name)));
    // Whoever may choose the circle may leave the place.
    if (locked.has('near')) locked.add('km');
    const filters: Filters = {};
    for (const name of [...filterNames, 'filter' as const]) {
      const value = this.given(name);
      if (value) filters[name] = value;
    }
    const municipality = this.given('municipality');
    const project = this.given('project');
    // Nothing is held open where nothing is open: the rows of the list still lead somewhere.
    if (!municipality) locked.delete('municipality');
    if (!project) locked.delete('project');
    // Who is locked in one municipality sees the projects of that municipality alone.
    if (municipality && locked.has('municipality')) filters.municipality = municipality;
    return {
      filters,
      municipality,
      project,
      home: this.given('home'),
      layer: oneOf(layers, this.given('layer'), 'projects'),
      view: oneOf(views, this.given('view'), 'both'),
      hidden: [this.given('hide'), ...parts.filter((name) => this.given(name) === 'off')]
        .filter(Boolean)
        .join(' '),
      locked,
    };
  }

  #applyHeight(): void {
    const given = this.given('height');
    const height = /^\d+$/.test(given ?? '') ? `${given}px` : given;
    if (height && CSS.supports('height', height)) this.style.setProperty('--dw-height', height);
    else this.style.removeProperty('--dw-height');
  }

  #host(): Host {
    const home = new URL('.', script);
    const base = new URL(this.given('src') ?? home, document.baseURI);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    return {
      base,
      boundaries: boundaries.startsWith('/') && base.href === home.href ? boundaries : null,
      texts: textsFor(this.closest('[lang]')?.getAttribute('lang')),
      state: () => this.#state(),
      change: (change: Change) => {
        const { locked } = this.#state();
        for (const [name, value] of Object.entries(change)) {
          // The one place where the visitor's wishes come through: a lock cannot be walked around.
          if (!locked.has(name)) this.reflect(name as Property, value);
        }
      },
      tell: (event, detail) => {
        this.dispatchEvent(new CustomEvent(`dw-${event}`, { detail, bubbles: true, composed: true }));
      },
    };
  }
}

/** `size-class` and `sizeClass` lock the same. */
const propertyOf = (name: string): string =>
  Object.entries(attributes).find(([, attribute]) => attribute === name)?.[0] ?? name;

for (const property of Object.keys(attributes) as Property[])
  Object.defineProperty(DigitaleWegeMap.prototype, property, {
    get(this: DigitaleWegeMap) {
      return this.getAttribute(attributes[property]) ?? '';
    },
    set(this: DigitaleWegeMap, value: string | null) {
      this.reflect(property, value);
    },
    enumerable: true,
    configurable: true,
  });
