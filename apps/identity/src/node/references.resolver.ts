import { parseId } from '@bindery/kernel';
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
      const deviceId = parseId('device', id);
      if (!viewer || !deviceId) return null;
      const devices = context.loader('devices', (ids: readonly Device['id'][]) => devicesByIds(ids));
      const device = await devices.load(deviceId);
      return device?.accountId === viewer.account.id ? toDeviceType(device, viewer.session) : null;
    },
  };
}
