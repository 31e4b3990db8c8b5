/** Whether there are more values in it than that, what they stand in counted too. Ends when it knows, however much or deep it is. */
export function hasMoreValues(value: unknown, max: number): boolean {
  const rest: unknown[] = [value];
  let count = 0;
  while (rest.length > 0) {
    const each = rest.pop();
    count += 1;
    if (typeof each !== 'object' || each === null) continue;
    for (const key in each) {
      rest.push((each as Record<string, unknown>)[key]);
      if (count + rest.length > max) return true;
    }
  }
  return count > max;
}
