import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { ReadDevices } from '../devices';
import type { LoadViewer } from '../viewer';
import { BindingStub, CardStub, ChallengeStub, NotificationStub, UsageExportStub } from './node-stubs.type';
import { createToNode } from './node.mapper';
import { NodeResolver } from './node.resolver';
import { createOwnReferences } from './references.resolver';

export const nodeClasses = {
  resolvers: [NodeResolver],
  types: [CardStub, BindingStub, ChallengeStub, NotificationStub, UsageExportStub],
} satisfies FeatureClasses;

/** `node(id)` for the whole graph, and references to what is owned here. */
export function createNode(deps: { readonly loadViewer: LoadViewer; readonly readDevices: ReadDevices }) {
  const references = createOwnReferences({ loadViewer: deps.loadViewer, devicesByIds: deps.readDevices.byIds });
  return { feature: { resolvers: [new NodeResolver(createToNode(references))], references } satisfies Feature };
}
