/** Memoizes a function by the identity of its argument, for as long as the argument lives (`WeakMap`). */
export function memoize<Key extends object, Value extends object>(run: (key: Key) => Value): (key: Key) => Value {
  const values = new WeakMap<Key, Value>();
  return (key) => {
    const value = values.get(key) ?? run(key);
    values.set(key, value);
    return value;
  };
}
