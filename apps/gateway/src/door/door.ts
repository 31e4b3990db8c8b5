import type { FastifyRequest } from 'fastify';
import { err, ok, type Result } from '@bindery/kernel';
import { defaultLocale } from '@bindery/localisation';
import { headerText } from '@bindery/service';
import type { VerifiedAccessToken } from '@bindery/trust';
import type { Admission } from './admission/admission';
import type { Leave } from './admission/gate';
import type { KindOf } from './admission/operation-kind';
import { laneOf } from './admission/operation-lane';
import { toGatewayContext, type GatewayContext } from './auth/gateway-context';
import { ended, readViewer } from './auth/read-viewer';
import type { CheckSession } from './auth/session-check';
import type { VerifyToken } from './auth/token-verifier';
import { provenClient, readClientVersion } from './clients/client-version';
import type { ClientApps } from './clients/client-apps';
import { refuseInMaintenance, refuseOldClient } from './clients/refuse-client';
import { readAskedOperation } from './documents/asked-operation';
import { findDocument, refuseDocument, type DocumentRules, type FoundDocument } from './documents/find-document';
import { createIdentify } from './identify';
import { localeOf, wantedLocale } from './locale-of-request';
import type { Refusal } from '../refusals/refusal';

export interface DoorParts {
  readonly rules: () => ClientApps;
  readonly documents: DocumentRules;
  readonly kindOf: KindOf;
  readonly verify: VerifyToken;
  readonly checkSession: CheckSession;
  readonly admission: Admission;
}

/** A request that was let in. `leave` has to be called when its work is done. */
export interface LetIn {
  /** The document to execute; undefined when the request names none, which the GraphQL server refuses. */
  readonly document: FoundDocument | undefined;
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

/** Everything that is checked before an operation is validated and planned, the cheapest first. */
export function createDoor({ rules, documents, kindOf, verify, checkSession, admission }: DoorParts): Door {
  const identify = createIdentify(rules, verify);
  return {
    async arrive(request) {
      // No client sends a fragment (RFC 9112, 3.2), and readers do not agree on where the parameters of an address with one begin.
      if (request.url.includes('#')) return { code: 'BAD_REQUEST', status: 400 };
      return refuseOldClient(readClientVersion(request.headers), rules()) ?? admission.arrive(request.ip);
    },
    async letIn(request) {
      const asked = readAskedOperation(request);
      if (!asked.ok) return asked;
      const { operationName } = asked.value;
      const found = findDocument(asked.value, documents);
      const kind =
        found && (found.registered ? found.registered.kindOf(operationName) : kindOf(found.text, operationName));
      const who = await identify(request, kind);
      if (!who.ok) return who;
      const { viewer, client } = who.value;
      const refused = refuseDocument(asked.value, found, client, documents);
      if (refused) return err(refused);

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
        otherwise: defaultLocale,
      });
      // Behind the budgets: it may cost a question to identity.
      const over = await checkSession(context, kind);
      if (!over) return ok({ document: found, context, leave: leave.value });
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
        refuseInMaintenance(client, undefined, new Date(), localeOf(request), rules());
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
        otherwise: defaultLocale,
      });
      const over = await checkSession(context, undefined);
      leave.value();
      return over ? err(over) : ok(viewer.value);
    },
  };
}
