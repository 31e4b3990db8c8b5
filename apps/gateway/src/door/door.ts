import type { FastifyRequest } from 'fastify';
import { err, ok, type Result, systemClock } from '@bindery/kernel';
import { headerText } from '@bindery/service';
import type { VerifiedAccessToken } from '@bindery/trust';
import type { Admission } from './admission/admission';
import type { Leave } from './admission/gate';
import { laneOf } from './admission/operation-lane';
import { toGatewayContext, type GatewayContext } from './auth/gateway-context';
import { ended, readViewer } from './auth/read-viewer';
import type { CheckSession } from './auth/session-check';
import type { VerifyToken } from './auth/token-verifier';
import { provenClient, readClientVersion } from './clients/client-version';
import type { ClientApps } from './clients/client-apps';
import { refuseInMaintenance, refuseOldClient } from './clients/refuse-client';
import { readAskedOperation, type AskedOperation } from './documents/asked-operation';
import { admitDocument, findDocument, type DocumentRules, type FoundDocument } from './documents/find-document';
import { createIdentify } from './identify';
import { localeOf, spokenOtherwise, wantedLocale } from './locale-of-request';
import { badRequest, type Refusal } from '../refusals/refusal';

export interface DoorParts {
  readonly rules: () => ClientApps;
  readonly documents: DocumentRules;
  readonly verify: VerifyToken;
  readonly checkSession: CheckSession;
  readonly admission: Admission;
}

/** A request that was let in. `leave` has to be called when its work is done. */
export interface LetIn {
  readonly asked: AskedOperation;
  /** The document to execute. */
  readonly document: FoundDocument;
  readonly context: GatewayContext;
  readonly leave: Leave;
}

export interface Door {
  /** Looks at the address and the headers only; what is refused here is never read. */
  arrive(request: FastifyRequest): Promise<Refusal | undefined>;
  /** Looks at the whole request. */
  letIn(request: FastifyRequest): Promise<Result<LetIn, Refusal>>;
  /** Somebody signed in who wants to hear of changes. It counts as one request, and takes no slot while it listens. */
  letListen(request: FastifyRequest): Promise<Result<VerifiedAccessToken, Refusal>>;
}

/** A path that is written as it is, and parameters. */
const plainAddress = /^\/[\w./-]*(?:\?.*)?$/s;

/** Everything that is checked before an operation is validated and planned, the cheapest first. */
export function createDoor({ rules, documents, verify, checkSession, admission }: DoorParts): Door {
  const identify = createIdentify(rules, verify);
  return {
    async arrive(request) {
      // No client sends a fragment (RFC 9112, 3.2), and readers do not agree on where the parameters of an address with one begin.
      if (request.url.includes('#')) return badRequest('HASH_IN_ADDRESS');
      // No client names a host here or escapes what needs no escape; whoever stands before us may read such an address otherwise.
      if (!plainAddress.test(request.url)) return badRequest('ADDRESS_NOT_PLAIN');
      return refuseOldClient(readClientVersion(request.headers), rules()) ?? admission.arrive(request.ip);
    },
    async letIn(request) {
      const asked = readAskedOperation(request);
      if (!asked.ok) return asked;
      const found = findDocument(asked.value, documents);
      if (found?.refusal) return err(found.refusal);
      const kind = found?.kindOf(asked.value.operationName);
      const who = await identify(request, kind);
      if (!who.ok) return who;
      const { viewer, client } = who.value;
      const document = admitDocument(asked.value, found, client, documents);
      if (!document.ok) return document;
      if (kind?.isMutation && asked.value.method === 'GET')
        return err({ code: 'METHOD_NOT_ALLOWED', status: 405, headers: { allow: 'POST' } });

      const leave = await admission.enter({
        address: request.ip,
        accountId: viewer?.accountId,
        lane: laneOf(kind, viewer !== undefined),
        fields: kind?.fields ?? 1,
      });
      if (!leave.ok) return leave;
      const context = toGatewayContext({
        viewer,
        client,
        address: request.ip,
        wanted: wantedLocale(request),
        otherwise: spokenOtherwise,
      });
      // Behind the budgets: it may cost a question to identity.
      const over = await checkSession(context, kind);
      if (!over) return ok({ asked: asked.value, document: document.value, context, leave: leave.value });
      leave.value();
      return err(over);
    },
    async letListen(request) {
      const viewer = await readViewer(headerText(request.headers.authorization), verify);
      if (!viewer.ok) return viewer;
      if (!viewer.value) return err(ended());
      const client = provenClient(readClientVersion(request.headers), viewer.value, rules().staffApps);
      const refused =
        refuseOldClient(client, rules()) ??
        refuseInMaintenance(client, undefined, systemClock.now(), localeOf(request), rules());
      if (refused) return err(refused);
      const leave = await admission.enter({
        address: request.ip,
        accountId: viewer.value.accountId,
        lane: 'ordinary',
        fields: 1,
      });
      if (!leave.ok) return leave;
      const context = toGatewayContext({
        viewer: viewer.value,
        client,
        address: request.ip,
        wanted: wantedLocale(request),
        otherwise: spokenOtherwise,
      });
      const over = await checkSession(context, undefined);
      leave.value();
      return over ? err(over) : ok(viewer.value);
    },
  };
}
