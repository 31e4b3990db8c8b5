import { changeProfile } from './capabilities/change-profile';
import { disputeRemovals } from './capabilities/disputes';
import { callEmergency } from './capabilities/emergency';
import { letCardsGoUnused } from './capabilities/go-unused';
import { loseAndFind } from './capabilities/lose-and-find';
import { moveToNewPhone } from './capabilities/move-cards';
import { replaceCards } from './capabilities/replace-card';
import { arrive } from './chapters/arrive';
import { bindCards } from './chapters/bind-cards';
import { letWindowEnd } from './chapters/let-window-end';
import { readHistory } from './chapters/read-history';
import { restoreCard } from './chapters/restore-card';
import { unbindCards } from './chapters/unbind-cards';
import { useCards } from './chapters/use-cards';
import type { Cast, Scene } from './scene';
import { useAccessSites } from './systems/access-sites';
import { payWithAlipay } from './systems/alipay';
import { carryPass } from './systems/apple-wallet';
import { letCardExpire } from './systems/card-expires';
import { useGenericWallets } from './systems/generic-wallets';
import { keepRecords } from './systems/keep-records';
import { borrow, letDocumentExpire } from './systems/lenders';
import { bindAtLotusBank } from './systems/lotus-bank';
import { moveRecurringPayment } from './systems/recurring-payments';
import { proveAddresses } from './systems/token-pocket';
import { satisfyTwoReviewers } from './systems/two-reviewers';
import { payWithWeChat } from './systems/wechat-pay';

const twoCards = [arrive, bindCards, useCards, unbindCards, restoreCard, readHistory];

/** Each named system’s life. */
const systems = [
  bindAtLotusBank,
  useAccessSites,
  payWithWeChat,
  payWithAlipay,
  carryPass,
  proveAddresses,
  useGenericWallets,
  moveRecurringPayment,
  borrow,
  satisfyTwoReviewers,
  keepRecords,
];

/** What a holder can do with any of them, and what our own people do about it. */
const capabilities = [loseAndFind, replaceCards, moveToNewPhone, callEmergency, disputeRemovals, changeProfile];

/** What moves the time of the whole sandbox comes last. */
const journeys = {
  twoCards: [...twoCards, letWindowEnd],
  all: [...twoCards, ...systems, ...capabilities, letCardExpire, letCardsGoUnused, letDocumentExpire, letWindowEnd],
};

/** Plays a whole journey, chapter by chapter. An error ends it and is told; the rest would make no sense. */
export async function playJourney(name: keyof typeof journeys, cast: Cast): Promise<void> {
  const none = { cardId: '', bindingId: '' };
  const scene: Scene = { ...cast, accountId: '', deviceId: '', bank: none, access: none };
  try {
    for (const chapter of journeys[name]) await chapter(scene);
  } catch (error) {
    cast.story.fail(error);
  }
}
