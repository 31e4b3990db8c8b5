import { enumOf } from '@bindery/subgraph';
import { channels } from '../lifecycle';
import { changeKinds } from './history.rules';

export const CardChangeKindEnum = enumOf('CardChangeKind', 'What a change of a card was.', changeKinds, {
  STARTED: 'The holder began to bind it.',
  REQUIREMENTS_MET: 'The holder confirmed.',
  REVIEW_REQUESTED: 'A reviewer has to decide.',
  APPROVED: 'The reviewer agreed.',
  MORE_ASKED: 'The reviewer asked for more.',
  DECLINED: 'The reviewer refused.',
  CANCELLED: 'The holder gave it up.',
  LAPSED: 'The time to finish was over.',
  BOUND: 'It was bound.',
  ACTIVATION_AWAITED: 'The provider waits for a step of its own.',
  BIND_REFUSED: 'The provider refused to bind it.',
  HELD: 'It was blocked.',
  HOLD_LIFTED: 'A block was lifted.',
  UNBIND_REQUESTED: 'The holder took it off.',
  UNBOUND: 'The provider confirmed that it is off.',
  UNBIND_REFUSED: 'The provider refused to take it off.',
  REMOVED_ELSEWHERE: 'It was taken off at the provider.',
  RESTORE_REQUESTED: 'The holder asked to restore it.',
  REINSTATED: 'A dispute was upheld.',
  RESTORED: 'It was restored.',
  RESTORE_REFUSED: 'The provider refused to restore it.',
  RETIRED: 'The time to restore was over.',
  REPLACED: 'Another took its place.',
  REVOKED: 'It should never have been bound.',
  SYNC_CHANGED: 'Our records were compared with the provider’s.',
  CARD_UPDATED: 'The issuer renewed it; it stays bound.',
  FEE_REFUNDED: 'The fee of an unbind was given back.',
  CASE_OPENED: 'People look into something about it.',
  CASE_OVERDUE: 'What people look into was not answered in time.',
  CASE_CLOSED: 'What people looked into has ended.',
});

export const CardChangeWayEnum = enumOf('CardChangeWay', 'By which way a change of a card came.', channels, {
  WALLET_APP: 'By the holder’s app.',
  PROVIDER_WEBHOOK: 'The provider told it by itself.',
  PROVIDER_ANSWER: 'The provider answered it to a request.',
  PROVIDER_QUERY: 'The provider told it when it was asked.',
  ACCOUNT_EVENT: 'By what happened to the account or a device.',
  REVIEW: 'A reviewer decided it.',
  STAFF: 'One of our own people did it.',
  TIMER: 'A time was over.',
  RECONCILIATION: 'Found when records were compared.',
});
