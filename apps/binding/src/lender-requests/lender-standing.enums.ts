import { enumOf } from '@bindery/subgraph';
import { lenderStandings } from './lender-request.rules';

export const LenderStandingEnum = enumOf('LenderStanding', 'How far a lender is with something.', lenderStandings, {
  ASKED: 'It is asked; the answer comes.',
  UNANSWERED: 'It has not answered in time: it is asked on, nothing is sent twice, and people look into it.',
  CONFIRMED: 'It has done it.',
  REFUSED: 'It would not do it.',
});
