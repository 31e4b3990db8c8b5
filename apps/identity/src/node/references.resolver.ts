import { typeOfId } from '@bindery/kernel';
import type { NodeInterface, ReferenceResolver, RequestContext } from '@bindery/subgraph';
import type { ListBelongings } from '../accounts/list-contact-points';
import { toAccountType, toDeviceType } from '../accounts/account.mapper';
import { BindingStub, CardStub, ChallengeStub, NotificationStub } from './node-stubs.type';
import type { LoadViewer } from '../viewer/load-viewer';

/** How to get the node of one type of id: the thing itself, a reference for its owner to judge, or null. */
export type NodeReferences = Readonly<Record<string, ReferenceResolver>>;

/** What this service owns, by type name: the viewer's own, null for anything else, whether it exists or not. */
export interface OwnReferences extends NodeReferences {
  readonly Account: ReferenceResolver;
  readonly Device: ReferenceResolver;
}

export function createOwnReferences({
  loadViewer,
  belongings,
}: {
  loadViewer: LoadViewer;
  belongings: ListBelongings;
}): OwnReferences {
  return {
    async Account({ id }, context) {
      const viewer = await loadViewer(context);
      return viewer?.account.id === id ? toAccountType(viewer.account, viewer.session) : null;
    },

    async Device({ id }, context) {
      const viewer = await loadViewer(context);
      if (!viewer) return null;
      const device = await context.loader('devices', (ids: readonly string[]) => belongings.devices(ids)).load(id);
      return device?.accountId === viewer.account.id ? toDeviceType(device, viewer.session) : null;
    },
  };
}

/** Answers `node(id)` for the whole graph; the type is in the id. */
export type FindNode = (id: string, context: RequestContext) => Promise<NodeInterface | null>;

export function createFindNode({ Account, Device }: OwnReferences): FindNode {
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
