import type { ReferenceResolver } from '@bindery/subgraph';
import { toDeviceType, type Device, type ReadDevices } from '../devices';
import { toSignedInAccount } from '../sessions';
import type { LoadViewer } from '../viewer';

/** What this service owns, by type name: the viewer's own, null for anything else, whether it exists or not. */
export type OwnReferences = Readonly<Record<'Account' | 'Device', ReferenceResolver>>;

export function createOwnReferences({
  loadViewer,
  devicesByIds,
}: {
  loadViewer: LoadViewer;
  devicesByIds: ReadDevices['byIds'];
}): OwnReferences {
  return {
    async Account({ id }, context) {
      const viewer = await loadViewer(context);
      return viewer?.account.id === id ? toSignedInAccount(viewer) : null;
    },

    async Device({ id }, context) {
      const viewer = await loadViewer(context);
      if (!viewer) return null;
      const devices = context.loader('devices', (ids: readonly Device['id'][]) => devicesByIds(ids));
      const device = await devices.load(id as Device['id']);
      return device?.accountId === viewer.account.id ? toDeviceType(device, viewer.session) : null;
    },
  };
}
