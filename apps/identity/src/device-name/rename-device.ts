import { err, ok, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { checkLine } from '../accounts';
import { deviceNameMax, listDevicesById, saveDeviceName, type Device } from '../devices';
import type { Done, OnceSignedIn, OnceSignedInRefusal } from '../sessions';

export interface RenameDeviceCommand {
  readonly idempotencyKey: string;
  readonly deviceId: Id<'device'>;
  readonly name: string;
}

/** There is no such device, or it is somebody else's. */
interface NotFound {
  readonly kind: 'NOT_FOUND';
}

export type RenameDeviceError = InvalidInput | NotFound | OnceSignedInRefusal;

export type RenameDevice = (
  viewer: Viewer,
  command: RenameDeviceCommand,
) => Promise<Result<Done<Device['id']>, RenameDeviceError>>;

/** Gives a device of the viewer another name. */
export function createRenameDevice({ onceSignedIn }: { onceSignedIn: OnceSignedIn }): RenameDevice {
  return async (viewer, { idempotencyKey, deviceId, name }) => {
    const checked = checkLine('name', name, deviceNameMax);
    if (!checked.ok) return checked;
    return onceSignedIn<Device['id'], NotFound>(
      viewer,
      { operation: 'renameDevice', idempotencyKey, request: { deviceId, name: checked.value } },
      async (tx, account) => {
        const [device] = await listDevicesById(tx, [deviceId]);
        if (device?.accountId !== account.id) return err({ kind: 'NOT_FOUND' });
        await saveDeviceName(tx, device.id, checked.value);
        return ok(device.id);
      },
    );
  };
}
