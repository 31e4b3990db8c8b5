/** Values by key, each made when it is first asked for. */
export interface Newest<Value> {
  of(key: string, make: () => Value): Value;
}

/** Remembers the values that were used last, so many at most: keys that somebody makes up fill no memory. */
export function createNewest<Value>(most: number): Newest<Value> {
  const values = new Map<string, Value>();
  return {
    of(key, make) {
      const known = values.get(key);
      const value = known ?? make();
      // The first of a map is the one that was put there longest ago.
      if (known !== undefined) values.delete(key);
      else if (values.size >= most) values.delete(values.keys().next().value ?? '');
      values.set(key, value);
      return value;
    },
  };
}
