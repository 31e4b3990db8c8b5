/** What a benchmark found in one run: ours against others, same work, same machine, same answers. */
export interface BenchResult {
  readonly name: string;
  /** Of `ours` and `theirs`, for example "ops/s". */
  readonly unit: string;
  readonly ours: number;
  readonly theirs: Readonly<Record<string, number>>;
  /** Ours divided by theirs, by the same names. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly note?: string;
}
