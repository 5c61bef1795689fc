import { en as widget } from '../../../map-widget/model/texts/en.ts';
import type { EmbedTexts } from './embed.de.ts';

/** The words of the builder, in English. */
export const embedEn: EmbedTexts = {
  title: 'Embed the map',
  intro: 'Put the map together for your website and copy two lines. It costs nothing.',
  any: 'all',
  usual: 'as usual',
  options: { view: 'View', layer: 'Layer', theme: 'Colours', height: 'Height of the map', lang: 'Language' },
  optionValues: {
    both: 'map and list',
    map: 'map only',
    list: 'list only',
    ...widget.layers,
    light: 'light',
    dark: 'dark',
    auto: 'as the visitor has set',
  },
  hide: 'Leave out',
  parts: {
    title: 'Title',
    search: 'Question: your municipality, your topic',
    filters: 'Filters',
    layers: 'Layers and view',
    list: 'List',
    legend: 'Legend',
  },
  locked: 'Visitors cannot change',
  show: 'Show the preview',
  preview: 'Preview',
  iframe: 'As a frame (iframe): works everywhere, without JavaScript too',
  autoHeight: 'Add this for a frame as high as its content',
  script: 'As an element: blends into your page',
  copy: 'Copy',
  copied: 'Copied',
  privacyTitle: 'For your data-protection officer',
  privacy: (base) => [
    `The map loads from ${base} only: its program, the boundaries and the records that it shows. As with every request, that server learns the IP address and what the browser sends along.`,
    'Nothing is loaded from anyone else: no map tiles, no fonts, no counting. Only where the operator offers a background map can a visitor switch it on; the button says beforehand whom it asks.',
    'No cookie is set and nothing is stored in the browser. No consent is needed for that.',
    'The list shows everything that the map shows, and works with keyboard and screen reader.',
  ],
};
