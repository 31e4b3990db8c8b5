import { typeOfId } from '@bindery/kernel';
import type { NodeInterface, ReferenceResolver, RequestContext } from '@bindery/subgraph';
import { BindingStub, CardStub, ChallengeStub, NotificationStub } from './node-stubs.type';
import type { OwnReferences } from './references.resolver';

/** Answers `node(id)` for the whole graph; the type is in the id. */
export type ToNode = (id: string, context: RequestContext) => Promise<NodeInterface | null>;

/** By type of id: the thing itself, a reference for its owner to judge, or null. */
export function createToNode({ Account, Device }: OwnReferences): ToNode {
  const byType: Readonly<Record<string, ReferenceResolver>> = {
    account: Account,
    device: Device,
    card: ({ id }) => new CardStub(id),
    binding: ({ id }) => new BindingStub(id),
    challenge: ({ id }) => new ChallengeStub(id),
    notification: ({ id }) => new NotificationStub(id),
  };
  return async (id, context) => ((await byType[typeOfId(id) ?? '']?.({ id }, context)) ?? null) as NodeInterface | null;
}
