import { node } from '../../dom/build-node.ts';
import { fewDistricts, type View } from '../../model/view.ts';

/** The whole region and the Landkreise above the municipalities; many Landkreise lie behind a fold. */
export function districtRows(
  { texts, state, districts }: View,
  region: HTMLElement[],
  rows: HTMLElement[],
  unfolded: boolean,
  unfold: (unfolded: boolean) => void,
): HTMLElement[] {
  if (rows.length <= fewDistricts)
    return region.length + rows.length > 0 ? [node('ul', { class: 'districts' }, ...region, ...rows)] : [];
  const fold = node(
    'details',
    { class: 'districts', open: unfolded || districts.some(({ ags }) => ags === state.municipality) },
    node(
      'summary',
      { class: 'row', 'data-key': 'districts', click: () => unfold(!fold.open) },
      node('span', {}, texts.districts),
      ' ',
      node('span', { class: 'count' }, texts.number(rows.length)),
    ),
    node('ul', {}, ...rows),
  );
  return [node('ul', {}, ...region), fold];
}
