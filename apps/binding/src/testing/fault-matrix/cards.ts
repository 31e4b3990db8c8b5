import { newId, unwrap } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import type { CredentialStatus, OperationRequest, SentKind } from '../../providers';
import type { Deed } from './deed';
import { carryOut } from './follow-deed';
import { mustBeDoneToCard, statusAfter } from './invariants';
import type { Player } from './player';
import type { Bench } from './start-bench';

/** A card at the provider to play with. */
interface Subject {
  readonly token: string;
  readonly reference?: string;
  readonly status: CredentialStatus;
}

/** The card that a provider is played with, and what is done with it. What a cell leaves behind is the next one’s card. */
export function createCards(bench: Bench, player: Player) {
  const connector = bench.usual.connectors(player.code);
  const absent: Subject = { token: '', status: 'ABSENT' };
  let subject = absent;

  const newCard = async (): Promise<Subject> => ({
    token: unwrap(await connector.tokenise(player.card())).token,
    status: 'ABSENT',
  });

  function deed(kind: SentKind, { token, reference } = subject): Deed {
    const operationId = newId('operation');
    const credentialReference = kind === 'BIND' ? undefined : reference;
    const request: OperationRequest = { operationId, kind, token, credentialReference };
    return {
      id: operationId,
      kind,
      credentialReference,
      isTold: true,
      send: (by) => by.send(request),
      query: (by) => by.query(operationId, request),
      async mustBeDone(before, after, said) {
        const done = mustBeDoneToCard(kind, before, after, said);
        expect(await connector.credentialStatus(done)).toEqual({ ok: true, value: statusAfter[kind] });
        return done;
      },
    };
  }

  async function bound(card: Subject): Promise<Subject> {
    const { credentialReference: reference } = await carryOut(bench, player, deed('BIND', card));
    return { token: card.token, reference, status: 'ACTIVE' };
  }

  async function change(kind: Exclude<SentKind, 'BIND'>): Promise<void> {
    const { credentialReference: reference = subject.reference } = await carryOut(bench, player, deed(kind));
    subject = { token: subject.token, reference, status: statusAfter[kind] };
  }

  async function prepare(kind: SentKind): Promise<void> {
    if (kind === 'BIND') {
      subject = await newCard();
      return;
    }
    if (subject.reference === undefined || subject.status === 'ABSENT') subject = await bound(await newCard());
    if (kind !== 'RESUME' && subject.status === 'SUSPENDED') await change('RESUME');
    if (kind === 'RESUME' && subject.status === 'ACTIVE') await change('SUSPEND');
    if (kind === 'RESTORE') await change('UNBIND');
    if (player.isQuiet) await eventually(async () => expect(await player.isQuiet?.()).toBe(true));
  }

  return {
    async deed(kind: SentKind): Promise<Deed> {
      await prepare(kind);
      return deed(kind);
    },
    /** Of the card, which is on. */
    async reference(): Promise<string> {
      await prepare('UNBIND');
      return subject.reference ?? '';
    },
    /** Of one more card, which is on too. */
    anotherReference: async () => (await bound(await newCard())).reference ?? '',
    /** Two credentials of one more card. */
    async twins(): Promise<readonly [string, string]> {
      const card = await newCard();
      return [(await bound(card)).reference ?? '', (await bound(card)).reference ?? ''];
    },
    /** How a deed left the card that it was about; one that did not end as it should is not played with again. */
    leave(kind: SentKind, reference: string | undefined): void {
      subject = reference === undefined ? absent : { token: subject.token, reference, status: statusAfter[kind] };
    },
    forget(): void {
      subject = absent;
    },
  };
}
export type Cards = ReturnType<typeof createCards>;
