import { enumOf } from '@bindery/subgraph';
import { assuranceLevels } from './session.rules';

export const AssuranceLevelEnum = enumOf(
  'AssuranceLevel',
  'How surely the holder was recognised, after NIST SP 800-63B-4.',
  assuranceLevels,
  {
    AAL1: 'One factor: the password.',
    AAL2: 'Two factors.',
  },
);
