/** So many places fit into a choice. */
const most = 2_000;

type Place = { readonly ags: string; readonly name: string; readonly district: string | null };

/**
 * The places that a form offers as the centre of a circle: all of them, or in a larger region those of the Landkreis
 * that has been chosen, and the centre that has.
 */
export const placesToChoose = (
  places: readonly Place[],
  { district = [], near = [] }: Readonly<Record<string, readonly string[]>>,
): readonly Place[] =>
  places.length <= most
    ? places
    : places.filter((place) => near.includes(place.ags) || district.includes(place.district ?? place.ags));
