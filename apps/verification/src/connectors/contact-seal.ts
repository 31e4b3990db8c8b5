import { openContact, sealContact, type ContactKeys } from '@bindery/trust';
import type { ContactSeal } from '../domain/ports';

export const createContactSeal = (keys: ContactKeys): ContactSeal => ({
  seal: (address) => sealContact(address, keys),
  open: (sealed) => openContact(sealed, keys),
});
