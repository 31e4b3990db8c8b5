import { typeOfId } from '@bindery/kernel';
import type { NodeInterface, ReferenceResolver, RequestContext } from '@bindery/subgraph';
import { BindingStub, CardStub, ChallengeStub, NotificationStub, UsageExportStub } from './node-stubs.type';
import type { OwnReferences } from './references.resolver';

/** Answers `node(id)` for the whole graph; the type is in the id. */
export type ToNode = (id: string, context: RequestContext) => Promise<NodeInterface | null>;

/** By type of id: the thing itself, a reference for its owner to judge, or null. */
export function createToNode({ Account, Device }: OwnReferences): ToNode {
  // A map, as the type in an id is whatever its sender says: `constructor` too.
  const byType = new Map<string | undefined, ReferenceResolver>([
    ['account', Account],
    ['device', Device],
    ['card', ({ id }) => new CardStub(id)],
    ['binding', ({ id }) => new BindingStub(id)],
    ['challenge', ({ id }) => new ChallengeStub(id)],
    ['notification', ({ id }) => new NotificationStub(id)],
    ['usage_export', ({ id }) => new UsageExportStub(id)],
  ]);
  return async (id, context) => ((await byType.get(typeOfId(id))?.({ id }, context)) ?? null) as NodeInterface | null;
}
