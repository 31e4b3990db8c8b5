import type { FeatureClasses } from '@bindery/subgraph';
import { alertsClasses } from './alerts';
import { deliveriesClasses } from './deliveries';
import { inboxClasses } from './inbox';
import { preferencesClasses } from './preferences';
import { recipientsClasses } from './recipients';

/** The classes of all features: the schema is printed from them, the tables are mapped from them. */
export const featureClasses: readonly FeatureClasses[] = [
  recipientsClasses,
  alertsClasses,
  preferencesClasses,
  deliveriesClasses,
  inboxClasses,
];
