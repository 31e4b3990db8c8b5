import type { Answer } from '../start-binding-service';
import type { SeenOutside } from './see-outside';

/** What a plan said of an unbind, and what came of it. */
export interface Kept {
  readonly effects: readonly Answer[];
  readonly plan: Answer;
  readonly operation: Answer;
  /** The binding before, and once it is off. */
  readonly before: Answer;
  readonly after: Answer;
  readonly defaultBefore: string | null;
  readonly defaultAfter: string | null;
  /** The binding of the same card on another device, as it is afterwards; null where there is none. */
  readonly elsewhere: Answer | null;
  /** What the world outside says of it before, and once it is off. */
  readonly outsideBefore: SeenOutside;
  readonly outsideAfter: SeenOutside;
}

type Judge = (said: Answer | undefined, kept: Kept) => void;

const moment = (text: string): number => Date.parse(text);

/** By when a reader has to have forgotten the card, as the plan named it. */
function keepsReaders(said: Answer, revocation: Answer): void {
  const promised = new Map<string, Answer>(said.readers.map((reader: Answer) => [reader.id, reader]));
  expect(revocation.readers.map(({ id }: Answer) => id).sort()).toEqual([...promised.keys()].sort());
  for (const { id, name, state, worstCaseUntil } of revocation.readers as Answer[]) {
    const reader = promised.get(id);
    expect(name).toBe(reader?.name);
    if (state === 'CONFIRMED') {
      expect(reader?.line).not.toBe('OFFLINE');
      continue;
    }
    expect(moment(worstCaseUntil)).toBeLessThanOrEqual(moment(reader?.worstCaseUntil));
  }
  for (const { id, line } of promised.values())
    if (line === 'OFFLINE')
      expect(revocation.readers).toContainEqual(expect.objectContaining({ id, state: 'OFFLINE' }));
}

/** What has to be so for each thing that a plan can say; where it did not say it, that it is not so either. */
const judges: Readonly<Record<string, Judge>> = {
  TakesEffectEffect(said, { operation, after }) {
    expect(moment(operation.deadline)).toBeLessThanOrEqual(moment(said?.settledUntil));
    expect(moment(after.receipt.at)).toBeLessThanOrEqual(moment(said?.settledUntil));
  },
  FeeEffect(said, { plan, after }) {
    expect(said?.amount ?? null).toEqual(plan.fee);
    expect(after.receipt.feeCharged).toEqual(said?.amount ?? null);
    if (!said) return;
    const dispute = after.nextSteps.find(({ code }: Answer) => code === 'OPEN_DISPUTE');
    expect(moment(dispute?.until)).toBeGreaterThanOrEqual(moment(said.refundableUntil));
  },
  RestorableEffect(said, { after }) {
    if (!said) {
      expect(after).toMatchObject({ restorable: null, receipt: { restorableUntil: null } });
      return;
    }
    expect(after.restorable.strategy).toBe(said.strategy);
    expect(after.receipt.restorableUntil).toBe(after.restorable.until);
    expect(moment(after.restorable.until)).toBeGreaterThanOrEqual(moment(said.until));
  },
  NotRestorableEffect(said, { effects }) {
    expect(said === undefined).toBe(effects.some(({ __typename }) => __typename === 'RestorableEffect'));
  },
  DoorsLostEffect(said, { after }) {
    if (!said) {
      expect(after).toMatchObject({ revocation: null, receipt: { revocation: null } });
      return;
    }
    keepsReaders(said, after.revocation);
    keepsReaders(said, after.receipt.revocation);
    expect(moment(after.revocation.worstCaseUntil)).toBeLessThanOrEqual(moment(said.offlineUntil));
    for (const { name, line } of said.readers)
      expect(after.receipt.text.includes(`${name} had no line`)).toBe(line === 'OFFLINE');
  },
  DefaultMovesEffect(said, { effects, defaultBefore, defaultAfter }) {
    if (said) expect(defaultAfter).toBe(said.to.id);
    else if (!effects.some(({ __typename }) => __typename === 'NoDefaultLeftEffect'))
      expect(defaultAfter).toBe(defaultBefore);
  },
  NoDefaultLeftEffect(said, { defaultBefore, defaultAfter }) {
    expect(defaultBefore !== null && defaultAfter === null).toBe(said !== undefined);
  },
  DevicesEffect(said, { before, elsewhere }) {
    expect(said?.leaves.id).toBe(before.device.id);
    expect(said?.stays.map(({ id }: Answer) => id)).toEqual(elsewhere ? [elsewhere.device.id] : []);
    if (elsewhere) expect(elsewhere.status).toBe('ACTIVE');
  },
  HistoryStaysEffect(said, { before, after }) {
    expect(said).toBeDefined();
    const used = after.card.usage.edges.map(({ node }: Answer) => node.id);
    for (const { node } of before.card.usage.edges) expect(used).toContain(node.id);
    expect(after.card.history.edges.length).toBeGreaterThan(before.card.history.edges.length);
  },
  PhysicalCardWorksEffect(said, { after }) {
    expect(after.receipt.text.includes('your physical card still works')).toBe(said !== undefined);
  },
  // That it is decided all the same is shown where it is disputed.
  DisputeOpenEffect: () => undefined,
  BalanceEffect(said, { outsideBefore, outsideAfter }) {
    const balance = outsideBefore.owed?.balance ?? null;
    expect(said?.amount ?? null).toEqual(balance);
    // It is unspent and stays so: nothing of it goes with the card.
    expect(outsideAfter.owed?.balance ?? null).toEqual(balance);
  },
  MandateEffect(said, { outsideBefore, outsideAfter }) {
    const [mandate] = outsideBefore.owed?.mandates ?? [];
    expect(said?.merchant).toBe(mandate?.merchant);
    expect(said?.mandate).toEqual(mandate && { id: mandate.id, nextOn: mandate.nextOn ?? null });
    if (!said) return;
    // It runs on this card, and on nothing else once the card is off.
    expect(outsideBefore.collects).toEqual([true]);
    expect(outsideAfter.collects).toEqual([false]);
  },
  AgreementEndsEffect(said, { outsideBefore, outsideAfter }) {
    expect(outsideBefore.agreementRuns).toBe(said ? true : null);
    expect(outsideAfter.agreementRuns).toBe(said ? false : null);
  },
  KeysStayEffect(said, { outsideBefore, outsideAfter }) {
    expect(outsideBefore.keysSign).toBe(said ? true : null);
    expect(outsideAfter.keysSign).toBe(said ? true : null);
    // Nobody outside is told of anything.
    if (said) expect([outsideBefore.owed, outsideAfter.owed]).toEqual([null, null]);
  },
};

/** Compares an outcome with its plan, field by field; throws for the first that is a surprise, and for an effect that nobody compares. */
export function judge(kept: Kept): void {
  const of = (type: string) => kept.effects.filter(({ __typename }) => __typename === type);
  for (const { __typename } of kept.effects) expect(Object.keys(judges)).toContain(__typename);
  for (const [type, compare] of Object.entries(judges)) {
    const [said, twice] = of(type);
    expect(twice).toBeUndefined();
    try {
      compare(said, kept);
    } catch (error) {
      throw new Error(`${type}: ${(error as Error).message}`, { cause: error });
    }
  }
}
