import { enumOf } from '@bindery/subgraph';
import { restoreObstacles } from './restore.rules';

export const RestoreRefusalEnum = enumOf('RestoreRefusal', 'Why a card cannot be restored.', restoreObstacles, {
  NOT_OFFERED: 'Its provider does not put cards back.',
  WINDOW_OVER: 'The time to restore is over.',
  BOUND_AGAIN: 'It is bound again on the device.',
});
