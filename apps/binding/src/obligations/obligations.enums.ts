import { enumOf } from '@bindery/subgraph';
import { obligationActStates } from './obligation-act-state.rules';

export const ObligationActStateEnum = enumOf(
  'ObligationActState',
  'How something stands that is done about what hangs on a card.',
  obligationActStates,
  {
    PENDING: 'The provider has not answered yet.',
    OVERDUE: 'The provider has not answered in time; it is asked on, and people look into it.',
    DONE: 'The provider has done it.',
    REFUSED: 'The provider has refused, and nothing was done.',
  },
);
