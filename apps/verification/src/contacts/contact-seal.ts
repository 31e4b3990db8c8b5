import { openContact, sealContact, type ContactKeys } from '@bindery/trust';
import type { ContactSeal } from '../factors/factor-module';

export const createContactSeal = (keys: ContactKeys): ContactSeal => ({
  seal: (address) => sealContact(address, keys),
  open: (sealed) => openContact(sealed, keys),
});
