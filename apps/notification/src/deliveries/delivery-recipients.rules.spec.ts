import { newId } from '@bindery/kernel';
import type { ContactPoint } from '../recipients';
import { decideRecipients } from './delivery-recipients.rules';
import { findForbiddenChoice, isEnabled, toPreferences } from '../preferences/preference.rules';
import { notificationKinds } from '../alerts';

const at = (time: string) => new Date(`2026-01-10T${time}Z`);
const phone: ContactPoint = { id: newId('contact_point'), channel: 'SMS', confirmedAt: at('08:00:00') };
const newPhone: ContactPoint = { id: newId('contact_point'), channel: 'SMS', confirmedAt: at('11:30:00') };
const mailbox: ContactPoint = { id: newId('contact_point'), channel: 'EMAIL', confirmedAt: at('09:00:00') };
const ids = (contactPoints: ContactPoint[]) => contactPoints.map(({ id }) => id);

describe('decideRecipients', () => {
  it('sends an alert to every phone and mailbox', () => {
    expect(ids(decideRecipients('CARD_UNBOUND', at('12:00:00'), [mailbox, phone], []))).toEqual([phone.id, mailbox.id]);
  });

  it('leaves out a phone that was added in the same act, and keeps the older one (requirement 39)', () => {
    expect(ids(decideRecipients('CARD_UNBOUND', at('12:00:00'), [newPhone, phone], []))).toEqual([phone.id]);
    expect(ids(decideRecipients('CARD_UNBOUND', at('12:31:00'), [newPhone, phone], []))).toEqual([
      phone.id,
      newPhone.id,
    ]);
  });

  it('always trusts the first contact of an account, even if clocks disagree about when it came', () => {
    expect(ids(decideRecipients('CARD_BOUND', at('07:59:00'), [phone], []))).toEqual([phone.id]);
  });

  it('sends a notice by mail only, unless the holder chose otherwise', () => {
    expect(ids(decideRecipients('WELCOME', at('12:00:00'), [phone, mailbox], []))).toEqual([mailbox.id]);
    const choices = [
      { kind: 'WELCOME', channel: 'SMS', enabled: true },
      { kind: 'WELCOME', channel: 'EMAIL', enabled: false },
    ] as const;
    expect(ids(decideRecipients('WELCOME', at('12:00:00'), [phone, mailbox], choices))).toEqual([phone.id]);
  });

  it('has nobody to send to while no contact is known', () => {
    expect(decideRecipients('CARD_BOUND', at('12:00:00'), [], [])).toEqual([]);
  });
});

describe('preferences', () => {
  const silence = { kind: 'CARD_UNBOUND', channel: 'SMS', enabled: false } as const;

  it('cannot silence an alert, even with a choice in the database', () => {
    expect(isEnabled('CARD_UNBOUND', 'SMS', [silence])).toBe(true);
    expect(findForbiddenChoice([{ kind: 'WELCOME', channel: 'EMAIL', enabled: false }, silence])).toBe(silence);
  });

  it('lists every kind', () => expect(toPreferences([]).map(({ kind }) => kind)).toEqual(notificationKinds));
});
