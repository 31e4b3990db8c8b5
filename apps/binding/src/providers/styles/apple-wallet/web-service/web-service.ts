import type { Clock } from '@bindery/kernel';
import { parseJson } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Log, SecurityLog } from '@bindery/service';
import type { EntityManager } from 'typeorm';
import type { HttpReply, Later, StyleRequest, StyleRoute } from '../../../connector-style';
import type { MakePassFile } from '../passes/make-pass-file';
import { isUnmodifiedSince, type Pass } from '../passes/pass.rules';
import type { AuthorisePass } from './authorise-pass';
import { readDeviceLog } from './device-log.rules';
import { listUpdates } from './list-updates';
import { createRegisterDevice } from './register-device';
import { json, passFile, status } from './replies';
import { createReportBudget } from './report-budget';
import { createUnregisterDevice } from './unregister-device';

export interface WebServiceDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly later: Later;
  readonly provider: string;
  readonly passType: string;
  /** Where it stands, from the root of this service. */
  readonly path: string;
  readonly authorise: AuthorisePass;
  readonly makePassFile: MakePassFile;
}

/** Devices name themselves; nothing else is a name of one. */
const deviceLibraryId = /^[A-Za-z0-9_-]{1,128}$/;
const pushToken = /^[A-Za-z0-9_-]{16,400}$/;
const bodyMax = 4 * 1024;
const logBodyMax = 32 * 1024;

/**
 * Apple’s web service of passes, version 1 ("Adding a Web Service to Update Passes"): a device registers, asks what has changed, fetches a pass,
 * unregisters, and reports what went wrong.
 */
export function createWebService(deps: WebServiceDeps): readonly StyleRoute[] {
  const { authorise, makePassFile, path } = deps;
  const register = createRegisterDevice(deps);
  const unregister = createUnregisterDevice(deps);
  const registration = `${path}/v1/devices/:device/registrations/:passType/:serial`;

  const authorised = async (request: StyleRequest, work: (pass: Pass) => Promise<HttpReply>): Promise<HttpReply> => {
    const { params, headers, ip } = request;
    const pass = await authorise({
      passType: params.passType,
      serialNumber: params.serial,
      authorization: headers.authorization,
    });
    if (pass) return work(pass);
    const labels = { provider: deps.provider, route: 'passes' };
    deps.security.record('provider-signature-refused', { sourceAddress: ip, errorCode: 'PASS_TOKEN_INVALID', labels });
    return status(401);
  };

  return [
    {
      method: 'POST',
      path: registration,
      bodyBytesMax: bodyMax,
      handle: (request) =>
        authorised(request, async (pass) => {
          const { device = '' } = request.params;
          const { pushToken: token } = Object(parseJson(request.body.toString('utf8'))) as { pushToken?: unknown };
          if (!deviceLibraryId.test(device) || typeof token !== 'string' || !pushToken.test(token)) return status(400);
          const done = await register(pass, { deviceLibraryId: device, pushToken: token });
          return status({ REGISTERED: 201, KNOWN: 200, TOO_MANY: 403 }[done]);
        }),
    },
    {
      method: 'DELETE',
      path: registration,
      bodyBytesMax: bodyMax,
      handle: (request) =>
        authorised(request, async (pass) => {
          await unregister(pass, request.params.device ?? '');
          return status(200);
        }),
    },
    updatesRoute(deps),
    {
      method: 'GET',
      path: `${path}/v1/passes/:passType/:serial`,
      handle: (request) =>
        authorised(request, async (pass) => {
          const since = request.headers['if-modified-since'];
          const known = isUnmodifiedSince(pass.modifiedAt, typeof since === 'string' ? since : undefined);
          return known ? status(304) : passFile(await makePassFile(pass), pass);
        }),
    },
    logRoute(deps),
  ];
}

/** Without a token: Apple’s protocol has the identifier of the device, which nobody else knows, for it. One that is not known has no passes. */
const updatesRoute = ({ db, path, provider, passType }: WebServiceDeps): StyleRoute => ({
  method: 'GET',
  path: `${path}/v1/devices/:device/registrations/:passType`,
  async handle({ params, query }) {
    const { device = '', passType: asked } = params;
    if (asked !== passType || !deviceLibraryId.test(device)) return status(204);
    const updates = await listUpdates(db, { provider, passType }, device, query.passesUpdatedSince);
    return updates ? json(updates) : status(204);
  },
});

function logRoute({ clock, log, path }: WebServiceDeps): StyleRoute {
  const takeReport = createReportBudget(clock);
  return {
    method: 'POST',
    path: `${path}/v1/log`,
    bodyBytesMax: logBodyMax,
    async handle({ body }) {
      if (!takeReport()) return status(429);
      const lines = readDeviceLog(parseJson(body.toString('utf8')));
      if (!lines) return status(400);
      for (const line of lines) log.warn({ detail: line }, 'a device reports about passes');
      return status(200);
    },
  };
}
