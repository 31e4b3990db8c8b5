import { enumOf } from '@bindery/subgraph';
import { effectSeverities } from './unbind-effect.rules';

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
