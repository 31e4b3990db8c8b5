import type { FastifyRequest } from 'fastify';
import { err, ok, type Result, systemClock } from '@bindery/kernel';
import { headerText } from '@bindery/service';
import type { TokenViewer } from '@bindery/trust';
import type { OperationKind } from './admission/operation-kind';
import { readViewer } from './auth/read-viewer';
import type { VerifyToken } from './auth/token-verifier';
import type { ClientApps } from './clients/client-apps';
import { isStaff, provenClient, readClientVersion, type ClientVersion } from './clients/client-version';
import { refuseInMaintenance, refuseOldClient } from './clients/refuse-client';
import { localeOf } from './locale-of-request';
import type { Refusal } from '../refusals/refusal';

/** Who asks, with which app. */
export interface Identified {
  readonly viewer: TokenViewer | undefined;
  readonly client: ClientVersion;
}

export type Identify = (
  request: FastifyRequest,
  kind: OperationKind | undefined,
) => Promise<Result<Identified, Refusal>>;

/** Who asks with which app, unless the door is closed to them: said before the token is looked at, so that a stale one does not hide it. */
export function createIdentify(rules: () => ClientApps, verify: VerifyToken): Identify {
  return async (request, kind) => {
    const claimed = readClientVersion(request.headers);
    const refuseClosed = (client: ClientVersion) =>
      refuseInMaintenance(client, kind, systemClock.now(), localeOf(request), rules());
    const closed = refuseClosed(claimed);
    const viewer = await readViewer(headerText(request.headers.authorization), verify);
    const { staffApps } = rules();
    const staff = viewer.ok && isStaff(viewer.value, staffApps);
    if (closed && !staff) return err(closed);
    if (!viewer.ok) return viewer;
    const client = provenClient(claimed, viewer.value, staffApps);
    const refused =
      client === claimed ? undefined : (refuseOldClient(client, rules()) ?? (staff ? undefined : refuseClosed(client)));
    return refused ? err(refused) : ok({ viewer: viewer.value, client });
  };
}
