export const en = {
  CODE_WRONG: 'This is not the code that was sent.',
  CODE_EXPIRED: 'This code is too old.',
  TOO_MANY_TRIES: 'The provider takes no more tries.',
  INVITATION_MISSING: 'There is no open invitation for you. Ask the administrator of the site for one.',
  SIGNATURE_INVALID: 'The signature does not belong to this text and this address.',
  SIGNATURE_FORMAT: 'This is not a signature as this chain writes them. Please copy all of it.',
  SIGNATURE_MALLEABLE:
    'This signature is not written in the one form that is accepted. Please sign again in your wallet.',
  KEY_WEAK: 'Anybody could sign with this key, so it proves nothing. Please use another address.',
  CONTRACT_ACCOUNT:
    'A contract, or several keys, sign for this address. Only a node of the chain could check that; please use an address with a key of its own.',
  OTHER_ADDRESS: 'Another address has signed. Please choose the address of this card in your wallet and sign again.',
  OTHER_CHAIN: 'This was signed for another chain. Please choose the chain of this card in your wallet and sign again.',
  OTHER_DOMAIN:
    'This was signed for another site than ours. Only sign texts that name our site; another may be pretending to be us.',
  MESSAGE_ALTERED: 'What was signed is not the text that we asked for. Please sign that text, without a change.',
  MESSAGE_USED: 'This signature has been used before. Please sign the text that is shown now.',
  MESSAGE_EXPIRED: 'The time to sign this text is over. Please sign the text that is shown now, or begin again.',
  MEANING:
    'By signing you prove that this address is yours, to keep it as a card in your wallet app. Sign only if you have just asked for it there. This moves no funds, costs nothing and allows nobody to spend.',
  REFUSED: 'The provider does not accept this.',
  NOTHING_TO_ANSWER: 'The provider waits for no such answer.',
} as const;
