import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { createGetViewer } from './get-viewer';
import { createLoadViewer } from './viewer.loader';
import { ViewerResolver } from './viewer.resolver';

export type { LoadViewer } from './viewer.loader';

export const viewerClasses = { resolvers: [ViewerResolver] } satisfies FeatureClasses;

/** Who asks: the account and the session behind an access token. */
export function createViewer({ db, clock }: Foundation) {
  const loadViewer = createLoadViewer(createGetViewer({ db, clock }));
  return { loadViewer, feature: { resolvers: [new ViewerResolver(loadViewer)] } satisfies Feature };
}
