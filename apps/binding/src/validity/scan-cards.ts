import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import { defaultTimeZone } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { addDays, dayOf, type CalendarDay } from '@bindery/values';
import type { ProviderProfile } from '../catalogue';
import { listToKeepValid, lockBinding, type BindingWithCard, type LockedBinding } from '../lifecycle';
import { nameKind } from '../providers';
import { insertNotice, listNotices } from './expiry-notice.repository';
import type { KeepValidity } from './validity-holds';
import { eachPage } from './each-page';
import { cardExpired, cardHold, dueNotice, isDueFor, noticeDays, worksUntil, type NoticeDays } from './validity.rules';

interface ScanCardsDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly keepValidity: KeepValidity;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/**
 * Looks at every bound card whose last day is near or over, and at those held for it. What is found is decided anew under the lock of its
 * binding, each in a transaction of its own: a run that ends half way, comes twice or late, or a clock that has jumped, does no harm.
 */
export function createScanCards({ db, unitOfWork, outbox, keepValidity, profiles, clock }: ScanCardsDeps) {
  async function look(bindingId: Id<'binding'>, today: CalendarDay): Promise<void> {
    await unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      if (locked?.binding.state.phase !== 'BOUND') return;
      await giveNotice(tx, locked, today);
      await keepValidity(tx, locked);
    });
  }

  async function giveNotice(tx: EntityManager, { binding, card }: LockedBinding, today: CalendarDay): Promise<void> {
    const { expiresOn } = card;
    const profile = profiles.get(binding.provider);
    if (expiresOn === null || !profile) return;
    const due = dueNotice(expiresOn, today, givenFor(card, await listNotices(tx, [card.id])));
    const at = clock.now();
    if (due === null || !(await insertNotice(tx, { cardId: card.id, expiresOn, daysBefore: due, givenAt: at }))) return;
    await outbox.append(tx, {
      type: 'bindery.card.expiring.v1',
      key: card.id,
      data: expiringData(binding, expiresOn, due, profile, at),
    });
  }

  return async (): Promise<void> => {
    const today = dayOf(clock.now(), defaultTimeZone);
    const until = addDays(today, noticeDays[0]);
    await eachPage(
      (after: Id<'binding'> | null, limit) => listToKeepValid(db, { until, heldFor: cardExpired, after, limit }),
      ({ binding }) => binding.id,
      async (found) => {
        const notices = await listNotices(
          db,
          found.map(({ card }) => card.id),
        );
        for (const one of found)
          if (isDue(one, givenFor(one.card, notices), profiles, today)) await look(one.binding.id, today);
      },
    );
  };
}

type Notices = Awaited<ReturnType<typeof listNotices>>;

const givenFor = ({ id, expiresOn }: BindingWithCard['card'], notices: Notices): number[] =>
  notices.filter((one) => one.cardId === id && one.expiresOn === expiresOn).map(({ daysBefore }) => daysBefore);

function isDue(
  { binding, card }: BindingWithCard,
  given: readonly number[],
  profiles: ReadonlyMap<string, ProviderProfile>,
  today: CalendarDay,
): boolean {
  const graceDays = profiles.get(binding.provider)?.validity.graceDays ?? 0;
  return isDueFor(binding, { hold: cardHold, expiresOn: card.expiresOn, graceDays }, given, today);
}

function expiringData(
  { id: bindingId, cardId, accountId, provider, kind }: BindingWithCard['binding'],
  expiresOn: CalendarDay,
  daysBefore: NoticeDays,
  { name: providerName, validity }: ProviderProfile,
  at: Date,
) {
  return {
    cardId,
    bindingId,
    accountId,
    provider,
    providerName,
    kindName: nameKind(kind),
    expiresOn,
    daysBefore,
    worksUntil: worksUntil(expiresOn, validity.graceDays),
    at: at.toISOString(),
  };
}
