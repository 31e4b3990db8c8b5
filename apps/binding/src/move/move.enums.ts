import { enumOf } from '@bindery/subgraph';
import { moveFates, moveObstacles, moveOutcomes } from './move.rules';

export const MoveOutcomeEnum = enumOf('MoveOutcome', 'What becomes of a card by a move.', moveOutcomes, {
  MOVES: 'It goes along by itself.',
  NEEDS_STEP: 'It goes along, and its provider may want a step of its own before it can be used.',
  NEEDS_CARD:
    'It goes along once it was entered on the new device, by startBinding and with a proof for BIND of its own: its rebindOffer says what. Until then it stays.',
  CANNOT: 'It stays where it is.',
});

export const MoveObstacleEnum = enumOf('MoveObstacle', 'Why a card does not move by itself.', moveObstacles, {
  UNDER_WAY: 'Something is under way with it.',
  HELD: 'Somebody else than its holder holds it, or it is reported lost.',
  EXPIRED: 'It has expired.',
  ALREADY_THERE: 'It is bound on the new device already.',
  LOAN_RUNNING: 'A loan of it is not paid back, and its lender does not let loans go along.',
  YEARLY_LIMIT: 'Its provider allows no more moves this year.',
  DEVICE_LIMIT: 'Its provider allows no more cards on the new device.',
  DEVICE_NOT_TAKEN: 'Cards of its provider cannot be on a device like the new one.',
  CARD_NOT_KEPT: 'Its provider wants the card itself again.',
  TERMS_CHANGED: 'Its provider has other terms since, or the consent was taken back, so that it is agreed to anew.',
});

export const MoveFateEnum = enumOf(
  'MoveFate',
  'What becomes of one thing that hangs on a card that moves.',
  moveFates,
  {
    GOES_ALONG: 'It is on the new device afterwards.',
    KEEPS_OLD: 'It keeps the old one at its provider until it is settled; its offers say how.',
    STAYS: 'It stays with the provider.',
    ENDS: 'It ends with the old one.',
  },
);
