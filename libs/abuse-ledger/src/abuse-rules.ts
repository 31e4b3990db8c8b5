/**
 * What attempts are counted by. ACTOR: the account that acts. DEVICE: the device it acts on. ADDRESS: the network address, as
 * `toAddressKey` of values writes it. TARGET: whose password, account or card is tried. DESTINATION: where a message goes.
 * COUNTRY and PLATFORM: what all messages together cost.
 */
export type Dimension = 'ACTOR' | 'DEVICE' | 'ADDRESS' | 'TARGET' | 'DESTINATION' | 'COUNTRY' | 'PLATFORM';

/** So many attempts in any window of this length, wherever it is cut. Several windows of one dimension make waits that grow. */
export interface AbuseBudget {
  readonly dimension: Dimension;
  /** 1 or more. */
  readonly limit: number;
  readonly windowMs: number;
}

/** What can be attempted, and within which budgets: all of them have to have room. */
export type AbuseRules = Readonly<Record<string, readonly AbuseBudget[]>>;

/** One attempt at an act, with what it is counted by in each dimension of its budgets: in clear, and stored as keyed digest only. */
export type Claim<Rules extends AbuseRules = AbuseRules> = {
  [Act in keyof Rules & string]: {
    readonly act: Act;
    readonly keys: Readonly<Record<Rules[Act][number]['dimension'], string>>;
  };
}[keyof Rules & string];

/** The longest window there may be; nothing is kept for longer than the window that it counts in. */
export const abuseLedgerDaysMax = 30;

const windowMsMax = abuseLedgerDaysMax * 24 * 60 * 60_000;

/** Throws for budgets that could not be kept. */
export function checkRules(rules: AbuseRules): void {
  for (const [act, budgets] of Object.entries(rules)) {
    if (budgets.length === 0) throw new Error(`${act} has no budget`);
    for (const { limit, windowMs } of budgets)
      if (
        !Number.isInteger(limit) ||
        limit < 1 ||
        !Number.isInteger(windowMs) ||
        windowMs < 1 ||
        windowMs > windowMsMax
      )
        throw new Error(`a budget of ${act} is ${limit} in ${windowMs} ms`);
  }
}
