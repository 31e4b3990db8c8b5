import type { FeatureClasses } from '@bindery/subgraph';
import { challengesClasses } from './challenges';
import { contactsClasses } from './contacts';
import { proofsClasses } from './proofs';
import { reviewsClasses } from './reviews';
import { waitingClasses } from './waiting';

/** The classes of all features: the schema is printed from them, the tables are mapped from them. */
export const featureClasses: readonly FeatureClasses[] = [
  contactsClasses,
  proofsClasses,
  challengesClasses,
  reviewsClasses,
  waitingClasses,
];
