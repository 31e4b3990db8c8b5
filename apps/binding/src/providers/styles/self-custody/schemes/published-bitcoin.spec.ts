import { base64 } from '@scure/base';
import { findChain } from '../../../kinds/crypto-address/chain.rules';
import { parseBitcoinAddress } from '../../../kinds/crypto-address/forms/bitcoin';
import { verifyTyped } from '../../../../testing/verify-typed';
import { canSign } from '.';

const chain = 'bip122:000000000019d6689c085ae165831e93';
const verify = (address: string, message: string, answer: string) => verifyTyped({ chain, address, message, answer });

/** bitcoin/bips: bip-0322/basic-test-vectors.json and bip-0322/generated-test-vectors.json, `simple`. */
describe('published signatures of BIP-322, simple', () => {
  const segwit = 'bc1q9vza2e8x573nczrlzms0wvx3gsqjx7vavgkx0l';
  const ofNothing =
    'AkcwRAIgM2gBAQqvZX15ZiysmKmQpDrG83avLIT492QBzLnQIxYCIBaTpOaD20qRlEylyxFSeEA2ba9YOixpX8z46TSDtS40ASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=';

  it.each([
    [segwit, '', `smp${ofNothing}`],
    [
      segwit,
      '',
      'smpAkgwRQIhAPkJ1Q4oYS0htvyuSFHLxRQpFAY56b70UvE7Dxazen0ZAiAtZfFz1S6T6I23MWI2lK/pcNTWncuyL8UL+oMdydVgzAEhAsfxIAMZZEKUPYWI4BruhAQjzFT8FSFSajuFwrDL1Yhy',
    ],
    [
      segwit,
      'Hello World',
      'smpAkcwRAIgZRfIY3p7/DoVTty6YZbWS71bc5Vct9p9Fia83eRmw2QCICK/ENGfwLtptFluMGs2KsqoNSk89pO7F29zJLUx9a/sASECx/EgAxlkQpQ9hYjgGu6EBCPMVPwVIVJqO4XCsMvViHI=',
    ],
    [
      segwit,
      'Hello World',
      'smpAkgwRQIhAOzyynlqt93lOKJr+wmmxIens//zPzl9tqIOua93wO6MAiBi5n5EyAcPScOjf1lAqIUIQtr3zKNeavYabHyR8eGhowEhAsfxIAMZZEKUPYWI4BruhAQjzFT8FSFSajuFwrDL1Yhy',
    ],
    [
      'bc1pss0zhytly75awhm6x2hhvd5lnzv3vssgrf9axfheq8ldyzn88ges79fler',
      'No prefix fallback',
      'AUCJYOwOjxYAvatTAGYaVlNXBVyFuc4MwNQkOuK2tl8xhfKDONd0NjfYyNSYcRqeCp8hsAnCEPHAVEkO9h6vbQ/R',
    ],
    [
      'bc1qkntwc3c4dzxh9xh6875l03fn3vkk023jgak3u7',
      'ESHJI7MWUL64AXHBI42L3UR4QA',
      'AkcwRAIgCYHF/vn67iZX5WBimh84kqD6pTME6eNCMGhfFnnwCNECIAF3nMCk/RfLit+uv8a8FgfQIw0f0ASE21GSz7rX17PsASEDTA2vM8bOtUFgvenSDUmvkq7aWNwoTB0CMiM6carHY1s=',
    ],
    [
      'bc1p9cyuceaazr8cz46mvgkzl94wy397mwpqsrk84su37t72jvkg6wzqv52nfp',
      'TPIZPITUIHEUHO5ACOL6W6MBVD',
      'AUBay6NwR4LEYedkTG+vE9F7C0RTOCB5NH6ZAqf+3hudjHIkOzSZk1jW/5Kt0wRKX3llJ25os+0qktdou4/Y8516',
    ],
  ])('of %s over “%s” are good, with smp and without, and of no other message', (address, message, answer) => {
    expect(verify(address, message, answer)).toBe('GOOD');
    expect(verify(address, message, answer.replace(/^smp/, ''))).toBe('GOOD');
    expect(verify(address, `${message}!`, answer)).toBe('SIGNATURE_INVALID');
  });

  it.each([
    ['invalid base64 encoding', segwit, '', 'not-valid-base64!!!', 'SIGNATURE_FORMAT'],
    ['empty signature', segwit, '', '', 'SIGNATURE_FORMAT'],
    ['wrong message', segwit, 'Wrong message that was not signed', `smp${ofNothing}`, 'SIGNATURE_INVALID'],
    ['empty witness stack (single zero byte)', segwit, '', 'smpAA==', 'CONTRACT_ACCOUNT'],
    ['invalid signature prefix', segwit, '', 'fooAA==', 'SIGNATURE_FORMAT'],
    [
      'incorrect prefix type',
      'bc1pyrgrm6cu6n54jrvkdjd9rvyd3xfyu84s2623awu2srn6mxhscwpsm5644w',
      'incorrect prefix',
      'fulAUDZwFXUp+adN+/UZj5dVrGAbB3zKs1Vcalz5fCF9srxS63eSWNGvH1NYbrBkPt1BJDUyWUz9zgUxfc63/QheT6M',
      'SIGNATURE_FORMAT',
    ],
    [
      'wrong message for p2wpkh simple signature',
      'bc1qkntwc3c4dzxh9xh6875l03fn3vkk023jgak3u7',
      'OVKTTPEFKLUOTAOJSPCKIHCQZW',
      'AkcwRAIgCYHF/vn67iZX5WBimh84kqD6pTME6eNCMGhfFnnwCNECIAF3nMCk/RfLit+uv8a8FgfQIw0f0ASE21GSz7rX17PsASEDTA2vM8bOtUFgvenSDUmvkq7aWNwoTB0CMiM6carHY1s=',
      'SIGNATURE_INVALID',
    ],
    [
      'wrong signer for p2wpkh simple signature',
      'bc1qx3f9s3scavc92s3g2fhwzqzn7qucd37ez03jpf',
      'ESHJI7MWUL64AXHBI42L3UR4QA',
      'AkcwRAIgCYHF/vn67iZX5WBimh84kqD6pTME6eNCMGhfFnnwCNECIAF3nMCk/RfLit+uv8a8FgfQIw0f0ASE21GSz7rX17PsASEDTA2vM8bOtUFgvenSDUmvkq7aWNwoTB0CMiM6carHY1s=',
      'OTHER_ADDRESS',
    ],
    [
      'wrong message for p2tr simple signature',
      'bc1p9cyuceaazr8cz46mvgkzl94wy397mwpqsrk84su37t72jvkg6wzqv52nfp',
      'IHUVDIXOZV7EE7RU6CP7JUS57N',
      'AUBay6NwR4LEYedkTG+vE9F7C0RTOCB5NH6ZAqf+3hudjHIkOzSZk1jW/5Kt0wRKX3llJ25os+0qktdou4/Y8516',
      'SIGNATURE_INVALID',
    ],
    [
      'wrong signer for p2tr simple signature',
      'bc1pr72av8sh7qc2ssxs8w0hlj0cl82g2q2dvypngzgsrmd4plml84ksmfyv0q',
      'TPIZPITUIHEUHO5ACOL6W6MBVD',
      'AUBay6NwR4LEYedkTG+vE9F7C0RTOCB5NH6ZAqf+3hudjHIkOzSZk1jW/5Kt0wRKX3llJ25os+0qktdou4/Y8516',
      'SIGNATURE_INVALID',
    ],
  ])('that are none are none: %s', (_what, address, message, answer, verdict) => {
    expect(verify(address, message, answer)).toBe(verdict);
  });

  it('of several keys (P2WSH) are of addresses that cannot be bound', () => {
    const bitcoin = findChain(chain);
    const address = 'bc1qp0ahvfh83088w49k405szqgg4f3pptr7p2g06tdxfjcd40z4lh4q95lsz9';
    expect(bitcoin && canSign(bitcoin, address)).toBe(false);
    expect(parseBitcoinAddress(address)).toBe('CANNOT_SIGN');
  });

  it('in the full form, which has time locks that only a node could judge, are not taken', () => {
    const full =
      'AgAAAAABAaVatLF3wpACTG5XowFYPJPv65lgTlZypjUV9d1DNduCAAAAAADgBwAAAQAAAAAAAAAAAWoCRzBEAiB+SJdR6bVLpv5+kK8pOXSUDS24rU53YkTQEvelQJ22uwIgEfqM8eYTupu4LtA0Tz7z1LIbhpP2PrUxWEt9osnrxFEBIQMasC7JaIHbbAUt1kU81yx7S4QHScnEDBs4GsdHDPMPSuAHAAA=';
    const address = 'bc1qkwzsslep5elkuat4608v7tpntpr3d9n7w5cwwq';
    expect(verify(address, 'YGIAANMREUXLFRI4HIEOCE4T23', full)).toBe('SIGNATURE_FORMAT');
    expect(verify(address, 'YGIAANMREUXLFRI4HIEOCE4T23', `ful${full}`)).toBe('SIGNATURE_FORMAT');
  });
});

/** ACken2/bip322-js: test/Verifier.test.ts, which names src/test/util_tests.cpp of bitcoin/bitcoin (commit 29b28d07); SIGHASH_ALL. */
it('the published signature of P2TR of Bitcoin Core is good', () => {
  const signature = 'AUHd69PrJQEv+oKTfZ8l+WROBHuy9HKrbFCJu7U1iK2iiEy1vMU5EfMtjc+VSHM7aU0SDbak5IUZRVno2P5mjSafAQ==';
  const address = 'bc1ppv609nr0vr25u07u95waq5lucwfm6tde4nydujnu8npg4q75mr5sxq8lt3';
  expect(verify(address, 'Hello World', signature)).toBe('GOOD');
  expect(verify(address, 'Hello World.', signature)).toBe('SIGNATURE_INVALID');
});

/** bitcoin/bitcoin: src/test/util_tests.cpp, `message_verify`. */
describe('published signatures of `signmessage`, of Bitcoin Core', () => {
  const signed = 'IPojfrX2dfPnH26UegfbGQQLrdK844DlHq5157/P6h57WyuS/Qsl+h/WSVGDF4MUi4rWSswW38oimDYfNNUBUOk=';
  const crafted = 'IIcaIENoYW5jZWxsb3Igb24gYnJpbmsgb2Ygc2Vjb25kIGJhaWxvdXQgZm9yIGJhbmtzIAaHRtbCeDZINyavx14=';
  const nothing = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

  it.each([
    ['15CRxFdyRpGZLW9w8HnHvVduizdL5jKNbs', 'Trust no one', signed, 'GOOD'],
    ['11canuhp9X2NocwCq7xNrQYTmUgZAnLK3', 'Trust me', crafted, 'GOOD'],
    ['15CRxFdyRpGZLW9w8HnHvVduizdL5jKNbs', 'I never signed this', signed, 'OTHER_ADDRESS'],
    ['1KqbBpLy5FARmTPD4VZnDDpYjkUvkr82Pm', 'message should be irrelevant', nothing, 'SIGNATURE_FORMAT'],
    [
      '1KqbBpLy5FARmTPD4VZnDDpYjkUvkr82Pm',
      'message should be irrelevant',
      'invalid signature, not in base64 encoding',
      'SIGNATURE_FORMAT',
    ],
  ])('of %s over “%s”', (address, message, answer, verdict) => {
    expect(verify(address, message, answer)).toBe(verdict);
  });
});

/** bitcoinjs/bitcoinjs-message: test/fixtures.json. */
describe('published signatures of P2PKH and BIP-137', () => {
  const message = 'vires is numeris';
  const uncompressed = 'G8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0=';
  const compressed = 'H8JawPtQOrybrSP1WHQnQPr67B9S3qrxBrl1mlzoTJOSHEpmnF7D3+t+LX0Xei9J20B5AIdPbeL3AaTBZ4N3bY0=';
  const nested = 'JF8nHqFr3K2UKYahhX3soVeoW8W1ECNbr0wfck7lzyXjCS5Q16Ek45zyBuy1Fiy9sTPKVgsqqOuPvbycuVSSVl8=';
  const segwit = 'KF8nHqFr3K2UKYahhX3soVeoW8W1ECNbr0wfck7lzyXjCS5Q16Ek45zyBuy1Fiy9sTPKVgsqqOuPvbycuVSSVl8=';

  it.each([
    ['P2PKH of an uncompressed key', '16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM', uncompressed],
    ['P2PKH', '1PMycacnJaSqwwJqjawXBErnLsZ7RkXUAs', compressed],
    ['P2SH-P2WPKH', '3JvL6Ymt8MVWiCNHC7oWU6nLeHNJKLZGLN', nested],
    ['P2WPKH', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', segwit],
  ])('of %s are good, and of no other message', (_type, address, answer) => {
    expect(verify(address, message, answer)).toBe('GOOD');
    expect(verify(address, 'foobar', answer)).toBe('OTHER_ADDRESS');
  });

  it.each([
    ['1111111111111111111114oLvT2', compressed],
    ['16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM', compressed],
    ['1PMycacnJaSqwwJqjawXBErnLsZ7RkXUAs', uncompressed],
  ])('are none of %s, nor of its key written otherwise', (address, answer) => {
    expect(verify(address, message, answer)).toBe('OTHER_ADDRESS');
  });

  it.each([
    '2b987ceade6a304fc5823ab38f99fc3c5f772a2d3e89ea05931e2726105fc53b9e601fc3231f35962c714fcbce5c95b427496edc7ae8b3d12e93791d7629795b62',
    '1c987ceade6a304fc5823ab38f99fc3c5f772a2d3e89ea05931e2726105fc53b9e601fc3231f35962c714fcbce5c95b427496edc7ae8b3d12e93791d7629795b62000000',
    '1c987ceade6a304fc5823ab38f99fc3c5f772a2d3e89ea05931e2726105fc53b9e601fc3231f35962c714fcbce5c95b427496edc7ae8b3d12e9379',
  ])('with a header of no kind, too long or too short are none: %s', (hex) => {
    const answer = base64.encode(Uint8Array.from(Buffer.from(hex, 'hex')));
    expect(verify('16UwLL9Risc3QfPqBUvKofHmBQ7wMtjvM', message, answer)).toBe('SIGNATURE_FORMAT');
  });
});
