import type { MultiPolygon as Area, MultiLineString } from "geojson";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

type Country = (Polygon | MultiPolygon) & { readonly properties?: { readonly name: string } };

function countries(atlas: Atlas): Country[] {
  return atlas.objects.countries.geometries.filter(
    (geometry): geometry is Country => geometry.type === "Polygon" || geometry.type === "MultiPolygon",
  );
}

/**
 * The land of the given countries as one area without inner borders; of all other countries with `inside: false`.
 *
 * @throws Error for an unknown country
 */
export function landOf(atlas: Atlas, names: readonly string[], inside: boolean): Area {
  const all = countries(atlas);
  const known = new Set(all.map(({ properties }) => properties?.name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`Natural Earth has no country called ${unknown.join(", ")}.`);
  const wanted = new Set(names);
  return merge(
    atlas,
    all.filter(({ properties }) => wanted.has(properties?.name ?? "") === inside),
  );
}

/** The borders between countries, without coasts. */
export function bordersOf(atlas: Atlas): MultiLineString {
  return mesh(atlas, atlas.objects.countries, (one, other) => one !== other);
}
