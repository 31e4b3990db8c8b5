import type { Clock } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { CouldBegin } from '../bind';
import type { Catalogue } from '../catalogue';
import type { FactBook, Transitions } from '../lifecycle';
import type { HoldIfLost } from '../lost';
import type { UseProof } from '../proofs';
import { createRequestRestore } from './request-restore';
import { RestoreResolver } from './restore.resolver';

export const restoreClasses = { resolvers: [RestoreResolver] } satisfies FeatureClasses;

interface RestoreDeps {
  readonly transitions: Transitions;
  readonly facts: FactBook;
  readonly couldBegin: CouldBegin;
  readonly useProof: UseProof;
  readonly holdIfLost: HoldIfLost;
  readonly catalogue: Catalogue;
  readonly views: Views;
}

export function createRestore(
  { once, clock }: { readonly once: Once; readonly clock: Clock },
  { transitions, facts, couldBegin, useProof, holdIfLost, catalogue: { profiles }, views }: RestoreDeps,
) {
  const requestRestore = createRequestRestore({
    once,
    transitions,
    facts,
    couldBegin,
    useProof,
    holdIfLost,
    profiles,
    clock,
  });
  return { feature: { resolvers: [new RestoreResolver({ requestRestore, views })] } satisfies Feature };
}
