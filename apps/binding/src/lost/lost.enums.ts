import { enumOf } from '@bindery/subgraph';
import { foundOutcomes, lostOutcomes } from './lost.rules';

export const LostOutcomeEnum = enumOf(
  'LostOutcome',
  'What became of a binding of something that was reported lost.',
  lostOutcomes,
  {
    HELD: 'Held from this moment; its provider is told where it suspends cards.',
    ALREADY_HELD: 'It was held for this already.',
    CANCELLED: 'It was not bound yet, and was given up.',
    NOT_ON: 'It is off; nothing brings it back without a proof.',
  },
);

export const FoundOutcomeEnum = enumOf(
  'FoundOutcome',
  'What became of a binding of something that was found again.',
  foundOutcomes,
  {
    LIFTED: 'Not held for this any more; another reason may hold it still.',
    WAITS_FOR_PROVIDER: 'Lifted as soon as its provider agrees; until then it stays held.',
    NOT_HELD: 'There was nothing to lift.',
  },
);
