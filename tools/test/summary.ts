export interface StageResult {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  /** Full names of the tests that did not run. */
  readonly skipped: readonly string[];
  readonly seconds: number;
}

export type Counts = Pick<StageResult, 'passed' | 'failed' | 'skipped'>;

/** The counts of several runs as those of one. */
export const addUp = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.flatMap(({ skipped }) => skipped),
});

/** A table of the stages, every skipped test by name, and the totals as the last line. */
export function toSummary(results: readonly StageResult[]): string {
  const { passed, failed, skipped } = addUp(results);
  const totals = `${passed} passed, ${failed} failed`;
  return [
    '',
    'stage           passed  failed  skipped  seconds',
    ...results.map(toRow),
    '',
    ...(skipped.length > 0 ? ['Skipped:', ...skipped.map((name) => `  - ${name}`), ''] : []),
    skipped.length > 0 ? `${totals}, ${skipped.length} skipped` : totals,
  ].join('\n');
}

const toRow = ({ stage, passed, failed, skipped, seconds }: StageResult) =>
  `${stage.padEnd(14)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${String(skipped.length).padStart(8)} ${seconds.toFixed(1).padStart(8)}`;
