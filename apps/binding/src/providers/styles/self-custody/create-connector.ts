import { err, ok } from '@bindery/kernel';
import type { Connector, OperationRequest, QueryOutcome, SendOutcome } from '../../connector';
import type { StyleFoundation } from '../../connector-style';
import { findChain } from '../../kinds/crypto-address/chain.rules';
import type { EnteredAddress } from '../../kinds/crypto-address/read-typed-address';
import { findLastChallenge } from './address-challenge.repository';
import { findCredential, findCredentialOf, saveCredentialRemoved } from './address-credential.repository';
import { loadSchemes } from './load-schemes';
import { createAskForSignature, toActivation } from './ask-for-signature';
import { createTakeSignature } from './take-signature';

interface ConnectorOptions extends Pick<StyleFoundation, 'clock' | 'db' | 'unitOfWork'> {
  readonly provider: string;
  readonly access: { readonly domain: string; readonly uri: string };
}

/**
 * The connector of wallets whose holders keep their keys. Nobody is asked and nothing leaves this service: what counts is a signature, and what was proved is
 * kept here.
 */
export function createConnector({ provider, access, clock, db, unitOfWork }: ConnectorOptions): Connector {
  const askForSignature = createAskForSignature({ provider, access, unitOfWork, clock });
  const takeSignature = createTakeSignature({ provider, db, unitOfWork, clock, askForSignature });

  async function query(
    operationId: OperationRequest['operationId'],
    request?: OperationRequest,
  ): Promise<QueryOutcome> {
    if (request?.kind === 'UNBIND') return queryUnbind(request);
    const proved = await findCredentialOf(db, provider, operationId);
    if (proved) return { status: 'CONFIRMED', credentialReference: proved.reference };
    const last = await findLastChallenge(db, provider, operationId);
    if (!last) return { status: 'OPERATION_UNKNOWN' };
    if (last.kind === 'BIND')
      return { status: 'ACTIVATION_REQUIRED', activation: toActivation(await askForSignature(last)) };
    // Who does not sign in time has not come back; they may ask anew as long as the window lasts.
    if (clock.now() >= last.expiresAt) return { status: 'REFUSED', cause: 'MESSAGE_NOT_SIGNED' };
    return { status: 'PENDING', activation: toActivation(last) };
  }

  /** No row of its own is kept of an unbind: what was proved counts, or counts no more. */
  async function queryUnbind({ credentialReference }: OperationRequest): Promise<QueryOutcome> {
    const credential =
      credentialReference === undefined ? null : await findCredential(db, provider, credentialReference);
    return { status: credential?.removedAt === null ? 'OPERATION_UNKNOWN' : 'CONFIRMED' };
  }

  async function ask({
    operationId,
    kind,
    token,
  }: OperationRequest & { kind: 'BIND' | 'RESTORE' }): Promise<SendOutcome> {
    const proved = await findCredentialOf(db, provider, operationId);
    if (proved) return { status: 'CONFIRMED', credentialReference: proved.reference };
    const challenge = await askForSignature({ operationId, kind, account: token });
    return { status: 'PENDING', activation: toActivation(challenge) };
  }

  return {
    async tokenise(card) {
      if (card.kind !== 'CRYPTO_ADDRESS') return err({ kind: 'CARD_REFUSED', reason: 'ADDRESS_INVALID' });
      const { chain: chainId, address } = card as EnteredAddress;
      const chain = findChain(chainId);
      if (!chain) return err({ kind: 'CARD_REFUSED', reason: 'CHAIN_UNKNOWN' });
      if (!loadSchemes().canSign(chain, address)) return err({ kind: 'CARD_REFUSED', reason: 'ADDRESS_CANNOT_SIGN' });
      return ok({ token: `${chain.id}:${address}`, lastFour: address.slice(-4), brand: chain.name });
    },
    async send(request) {
      const { kind, credentialReference } = request;
      if (kind === 'BIND' || kind === 'RESTORE') return ask({ ...request, kind });
      // Holds are our readers' matter (EMULATED): nobody here would act on one.
      if (kind !== 'UNBIND') return { status: 'REFUSED', cause: 'SUSPEND_NOT_OFFERED' };
      // The keys stay with their holder; what was proved counts no more. Where nothing was proved yet, nothing is there.
      if (credentialReference !== undefined)
        await saveCredentialRemoved(db, provider, credentialReference, clock.now());
      return { status: 'CONFIRMED' };
    },
    query,
    activate: async (operationId, { signature }) =>
      signature === undefined
        ? { status: 'REJECTED', reason: 'SIGNATURE_FORMAT' }
        : takeSignature(operationId, signature),
    async credentialStatus(reference) {
      const credential = await findCredential(db, provider, reference);
      return ok(credential?.removedAt === null ? 'ACTIVE' : 'ABSENT');
    },
    // What an address holds only its chain could tell; taking the card off touches none of it.
    obligations: async () => ok({ balance: null, pending: [], mandates: [] }),
  };
}
