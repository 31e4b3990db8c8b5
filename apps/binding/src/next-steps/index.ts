import type { Clock } from '@bindery/kernel';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import { NextStepsResolver } from './next-steps.resolver';

export const nextStepsClasses = { resolvers: [NextStepsResolver] } satisfies FeatureClasses;

export const createNextSteps = ({ clock }: { readonly clock: Clock }, catalogue: Catalogue) => ({
  feature: { resolvers: [new NextStepsResolver({ catalogue, clock })] } satisfies Feature,
});
