import { z } from 'zod';
import { faultModes, spoilings, type FaultMode } from '../records/fault-mode';
import { operationKinds } from '../records/operation-kind';

/** What a fault can be ordered for; the last four only by name. */
export const faultKinds = [...operationKinds, 'TOKENISE', 'QUERY', 'CODE', 'LENDING'] as const;
export type FaultKind = (typeof faultKinds)[number];

export const smsCarrierCode = 'sms-carrier';

/** Modes that mean something where there is only a request and an answer. */
const answerModes: readonly FaultMode[] = ['slow', 'error', 'timeout-then-success'];
const smsModes: readonly FaultMode[] = [...answerModes, 'late', 'never', 'refuse'];

/** Modes that strike between the answer and the outcome, so that there has to be a time between. */
const modesAfterAnswer: readonly FaultMode[] = [
  'twice',
  'late',
  'never',
  'silent',
  'refuse',
  'contradict',
  'out-of-order',
  ...spoilings,
];

const dayMs = 24 * 60 * 60 * 1000;

const defaultDelayMs: Partial<Record<FaultMode, number>> = {
  slow: 5_000,
  late: 10_000,
  'timeout-then-success': 30_000,
  contradict: 50,
};

/** A misbehaviour to order, of one of the targets. `times` left out: until it is deleted. */
export const faultOrder = (targets: readonly string[]) =>
  z
    .object({
      provider: z.string().refine((code) => targets.includes(code), { message: 'is no provider' }),
      kind: z.enum(faultKinds).optional(),
      mode: z.enum(faultModes),
      delayMs: z.int().min(0).max(dayMs).optional(),
      times: z.int().min(1).max(100_000).optional(),
    })
    .refine((order) => possibleModes(order).includes(order.mode), {
      message: 'this mode means nothing there',
      path: ['mode'],
    });
export type FaultOrder = z.infer<ReturnType<typeof faultOrder>>;

function possibleModes({ provider, kind }: { provider: string; kind?: FaultKind }): readonly FaultMode[] {
  if (provider === smsCarrierCode) return kind ? [] : smsModes;
  return kind === 'TOKENISE' || kind === 'QUERY' || kind === 'CODE' ? answerModes : faultModes;
}

/** A fault in force. */
export interface Fault {
  readonly provider: string;
  readonly kind?: FaultKind;
  readonly mode: FaultMode;
  readonly delayMs: number;
  /** How often it will still strike; absent: without end. */
  readonly left?: number;
}

export const strikesAfterAnswer = ({ mode }: Pick<Fault, 'mode'>): boolean => modesAfterAnswer.includes(mode);

export const toFault = ({ provider, kind, mode, delayMs, times }: FaultOrder): Fault => ({
  provider,
  kind,
  mode,
  delayMs: delayMs ?? defaultDelayMs[mode] ?? 0,
  left: times,
});
