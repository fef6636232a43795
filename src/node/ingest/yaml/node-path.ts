import { type Document, isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";

/** A key that the visitor of `yaml` passes: the index in a collection, or the side of a pair. */
export type VisitorKey = number | "key" | "value" | null;

export type Ancestors = readonly (Document | Node | Pair)[];

/** The path of a visited node: names of fields and indices of list entries. */
export function nodePath(key: VisitorKey, ancestors: Ancestors): readonly PropertyKey[] {
  const steps = ancestors.flatMap((node, depth): readonly PropertyKey[] => {
    if (isPair(node)) return isScalar(node.key) ? [String(node.key.value)] : [];
    const child = ancestors[depth + 1];
    return isSeq(node) && child ? [node.items.indexOf(child)] : [];
  });
  return typeof key === "number" && !isMap(ancestors.at(-1)) ? [...steps, key] : steps;
}
