import type { OperationKind } from '../admission/operation-kind';
import type { Locale } from '@bindery/localisation';
import type { Refusal } from '../../refusals/refusal';
import { isOlder, type ClientVersion } from './client-version';
import type { ClientApps, MaintenanceWindow } from './client-apps';

/** Refuses a client app that is older than is served; one that does not tell its version is taken for old (requirement 25). */
export function refuseOldClient({ app, version }: ClientVersion, { clients }: ClientApps): Refusal | undefined {
  const rule = app !== undefined && Object.hasOwn(clients, app) ? clients[app] : undefined;
  if (!rule || !isOlder(version, rule.minimumVersion)) return undefined;
  const { minimumVersion, updateUrl } = rule;
  return { code: 'CLIENT_TOO_OLD', status: 400, minimumVersion, remedies: [{ code: 'UpdateClient', url: updateUrl }] };
}

/** Refuses what a maintenance window of this moment closes for this app (requirement 26). */
export function refuseInMaintenance(
  { app }: ClientVersion,
  kind: OperationKind | undefined,
  now: Date,
  locale: Locale,
  { maintenance }: ClientApps,
): Refusal | undefined {
  const closing = maintenance.filter(
    (window) =>
      window.from <= now &&
      now < window.until &&
      (!window.apps || (app !== undefined && window.apps.includes(app))) &&
      closes(window, kind),
  );
  if (closing.length === 0) return undefined;
  const last = closing.reduce((latest, window) => (window.until > latest.until ? window : latest));
  const reason = last.reason?.[locale];
  return {
    code: 'MAINTENANCE',
    status: 503,
    until: last.until,
    remedies: [{ code: 'WaitUntil', until: last.until }],
    ...(reason ? { reason } : {}),
  };
}

function closes({ closed, letThrough }: MaintenanceWindow, kind: OperationKind | undefined): boolean {
  if (!kind) return closed === 'EVERYTHING';
  if (kind.rootFields.size > 0 && [...kind.rootFields].every((field) => letThrough.includes(field))) return false;
  return closed === 'EVERYTHING' || kind.isMutation;
}
