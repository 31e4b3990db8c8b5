import type { Id } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { Catalogue } from '../../catalogue';
import type { Card } from '../../lifecycle';
import { sayCardName } from '../../providers';
import type { UsageRecord } from '../../usage';
import type { NamesOfExport } from './write-records';

interface NamesOfDeps {
  readonly listCardsById: (ids: readonly Id<'card'>[]) => Promise<Card[]>;
  readonly catalogue: Catalogue;
}

/** Reads the cards of some uses once, however many uses there are. */
export const createNamesOf =
  ({ listCardsById, catalogue }: NamesOfDeps) =>
  async (records: readonly UsageRecord[], locale: Locale): Promise<NamesOfExport> => {
    const ids = [...new Set(records.map(({ cardId }) => cardId))];
    const cards = ids.length === 0 ? [] : await listCardsById(ids);
    const names = new Map(
      cards.map((card) => [card.id, sayCardName(card, catalogue.profileOf(card.provider), locale)] as const),
    );
    return {
      cardName: (cardId) => names.get(cardId) ?? '',
      providerName: (code) => catalogue.profileOf(code).name[locale],
    };
  };
