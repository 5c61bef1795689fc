import type { LayerName } from '../../../map-widget/model/filters.ts';
import type { Counts } from '../../../map-widget/model/layer.ts';
import type { Texts } from '../../../map-widget/model/texts/texts.ts';

/** A municipality as a picture shows it. */
export type PictureRow = Counts & {
  readonly ags: string;
  readonly name: string;
  /** Excluded by a filter that says where. */
  readonly outside: boolean;
};

/** What a picture says, in the words of its language. */
export type Picture = {
  readonly title: string;
  readonly layer: LayerName;
  /** The message of the layer, and what narrows it. */
  readonly summary: string;
  readonly details: readonly string[];
  readonly municipalities: readonly PictureRow[];
  /** AGS of the places that the picture is about; the others are shown all the same. */
  readonly marked: readonly string[];
  /** Sources, licence, date, address: one line each. */
  readonly sources: readonly string[];
  readonly texts: Texts;
};
