/** Makes something of each thing once, however often it is asked for: a story stands in half a dozen feeds. */
export function onceForEach<Thing extends object, Made extends object>(make: (thing: Thing) => Made): (thing: Thing) => Made {
  const made = new WeakMap<Thing, Made>();
  return (thing) => {
    const known = made.get(thing) ?? make(thing);
    made.set(thing, known);
    return known;
  };
}
