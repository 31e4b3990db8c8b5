import type { Id } from '@bindery/kernel';
import { isDatabaseUnavailable } from '@bindery/persistence';
import { mutate, newKey, type Holder } from '../holder';
import type { Answer, RunningBinding } from '../start-binding-service';
import type { Chance } from '../walker/chance';

type MutationName = Parameters<typeof mutate>[2];

/** What became of one request: a member of its union (with the reason, where it has one), and what it brought about if it succeeded. */
export interface Outcome {
  readonly by: string;
  readonly kind: string;
  /** The same for two answers that tell of one and the same thing; null when nothing came of it. */
  readonly effect: string | null;
  /** Of an answer that is none: what was thrown. */
  readonly fault?: string;
}

/** One of the requests that come at the same time. */
export interface Attempt {
  readonly by: string;
  readonly idempotencyKey: string | null;
  run(): Promise<Outcome>;
}

/** A situation that is laid out, and who runs for what. */
export interface Course {
  readonly accountId: Id<'account'>;
  readonly attempts: readonly Attempt[];
  /** How it ended, and what is wrong besides what is looked at in every race. */
  judge(outcomes: readonly Outcome[]): Promise<End>;
}

export interface End {
  /** In a word or two: which of the ends that are right it was. */
  readonly end: string;
  readonly wrong: readonly string[];
}

export interface Race {
  readonly about: string;
  /** Of these together exactly one thing may come about. */
  readonly oneWinnerOf: readonly string[];
  /** Of each of these at most one. */
  readonly atMostOneOf?: readonly string[];
  lay(service: RunningBinding, count: number, chance: Chance): Promise<Course>;
}

/** The database was too busy to serve; said to the client, with a time to come again. */
export const busy = 'SERVICE_UNAVAILABLE';

/** What each mutation may answer to those who come too late; any other answer is a fault. */
export const lateAnswers: Readonly<Record<string, readonly string[]>> = {
  requestUnbind: ['TransitionRefusedError', 'UnbindPlanStaleError', 'ProofRejectedError PROOF_ALREADY_USED'],
  requestRestore: ['RestoreRefusedError', 'TransitionRefusedError', 'ProofRejectedError PROOF_ALREADY_USED'],
  startBinding: ['AlreadyBoundError'],
  confirmBinding: ['TransitionRefusedError', 'ProofRejectedError PROOF_ALREADY_USED'],
  replaceCard: ['ReplacementUnderWayError', 'TransitionRefusedError'],
  moveCards: ['MovePlanStaleError', 'NothingMovesError', 'ProofRejectedError PROOF_ALREADY_USED'],
  suspendBinding: ['TransitionRefusedError'],
  openDispute: ['AlreadyDisputedError'],
  lapse: [],
};

const effects: Partial<Record<MutationName, (answer: Answer) => string>> = {
  requestUnbind: ({ operation }) => operation.id,
  requestRestore: ({ operation }) => operation.id,
  startBinding: ({ binding }) => binding.id,
  confirmBinding: ({ operation }) => operation.id,
  replaceCard: ({ binding }) => binding.id,
  moveCards: ({ cards }) => cards.map(({ successor }: Answer) => successor?.id).join(),
  suspendBinding: () => 'suspended',
  openDispute: ({ dispute }) => dispute.id,
};

/** Every tenth request repeats the key of an earlier one, as an app does that has had no answer. */
const repeated = 0.1;

/** So many requests of one mutation; `inputOf` makes the input of the first, second … that is not a repetition. */
export function attemptsOf(
  service: RunningBinding,
  holder: Holder,
  by: MutationName,
  count: number,
  inputOf: (index: number) => object,
): Attempt[] {
  const own = Math.max(1, Math.ceil(count * (1 - repeated)));
  const inputs = Array.from({ length: own }, (_, index) => ({ idempotencyKey: newKey(), ...inputOf(index) }));
  return Array.from({ length: count }, (_, index) => {
    const input = inputs[index % own] ?? { idempotencyKey: '' };
    return { by, idempotencyKey: input.idempotencyKey, run: () => ask(service, holder, by, input) };
  });
}

async function ask(service: RunningBinding, holder: Holder, by: MutationName, input: object): Promise<Outcome> {
  try {
    const answer = await mutate(service, holder, by, input);
    const { __typename: typename, reason, rejection } = answer;
    if (typename === `${by.charAt(0).toUpperCase()}${by.slice(1)}Success`)
      return { by, kind: 'won', effect: effects[by]?.(answer) ?? 'done' };
    const kind = typename === 'ProofRejectedError' ? `${typename} ${reason ?? rejection}` : typename;
    return { by, kind, effect: null };
  } catch (error) {
    return toFault(by, error);
  }
}

/** Work of the service itself that runs for the same thing, e.g. a timer. */
export const attemptsOfJob = (by: string, count: number, work: () => Promise<unknown>): Attempt[] =>
  Array.from({ length: count }, () => ({
    by,
    idempotencyKey: null,
    run: () =>
      work().then(
        () => ({ by, kind: 'done', effect: null }),
        (error: unknown) => toFault(by, error),
      ),
  }));

function toFault(by: string, error: unknown): Outcome {
  const fault = error instanceof Error ? error.message : String(error);
  const isBusy = fault.includes(busy) || isDatabaseUnavailable(error);
  return { by, kind: isBusy ? busy : 'FAULT', effect: null, fault };
}

/** One of several things for each request in turn. */
export const inTurn =
  <Thing>(things: readonly Thing[]) =>
  (index: number): Thing => {
    const thing = things[index % things.length];
    if (thing === undefined) throw new Error('there is nothing to take in turn');
    return thing;
  };

/** As many as are asked for, made one after the other. */
export async function several<Thing>(count: number, make: () => Promise<Thing>): Promise<Thing[]> {
  const things: Thing[] = [];
  for (let index = 0; index < count; index++) things.push(await make());
  return things;
}

export const didWin = (outcomes: readonly Outcome[], by: string): boolean =>
  outcomes.some(({ by: who, effect }) => who === by && effect !== null);
