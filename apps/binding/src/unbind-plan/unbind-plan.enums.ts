import { enumOf } from '@bindery/subgraph';
import { effectSeverities, readerLines } from './unbind-effect.rules';
import { planChanges, unbindBlockers } from './unbind-plan.rules';

export const UnbindEffectSeverityEnum = enumOf(
  'UnbindEffectSeverity',
  'How much an effect matters.',
  effectSeverities,
  {
    INFO: 'Good to know.',
    WARNING: 'Something is lost or costs money.',
    CRITICAL: 'Something important is lost and may not come back.',
  },
);

export const ReaderLineEnum = enumOf('ReaderLine', 'Whether a reader has a line to its site.', readerLines, {
  ONLINE: 'It has one now, and is told at once.',
  OFFLINE: 'It has none now: until its worst case is over it may open to a card that was taken off.',
  UNKNOWN: 'Its provider does not say.',
});

export const UnbindBlockerKindEnum = enumOf(
  'UnbindBlockerKind',
  'What must be settled before an unbind.',
  unbindBlockers,
  {
    BALANCE: 'There is money on it.',
    PENDING_PAYMENT: 'A payment is not settled yet.',
    MANDATE: 'Somebody collects from it.',
    LOAN: 'A loan is not paid back.',
    OBLIGATIONS_UNKNOWN: 'The provider does not say now what hangs on it.',
  },
);

export const UnbindPlanPartEnum = enumOf('UnbindPlanPart', 'What of a plan does not hold any more.', planChanges, {
  EXPIRED: 'The time for which it was quoted.',
  OTHER_BINDING: 'It was quoted for another binding, or never.',
  BINDING: 'The binding.',
  EFFECTS: 'What would happen.',
  BLOCKERS: 'What must be settled.',
  FEE: 'What it costs.',
  PROOF: 'The proof that is needed.',
});
