/**
 * A value in which a field that decides something stands as text: `&trade_no=` in the subject of a trade. The signature is over `name=value` joined by `&`
 * without escapes, so that the same one would fit two messages.
 */
const couldBeParted =
  /&(agreement_no|app_id|auth_app_id|buyer_id|buyer_pay_amount|charset|external_agreement_no|gmt_payment|invoice_amount|notify_id|notify_time|notify_type|out_trade_no|receipt_amount|seller_id|sign|sign_type|status|total_amount|trade_no|trade_status|unsign_time|valid_time|version)=/;

/** More than any message of Alipay's has. */
const fieldsMax = 200;

/**
 * The fields of a form, by name, as the bytes that stood behind `%` and `+`. In which charset they were written is said by one of them, and that
 * one is worth nothing before the signature over all these bytes is found good. Undefined for what is no form, names a field twice, or could be parted otherwise.
 */
export function readFormBytes(body: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const fields = new Map<string, Buffer>();
  const pairs = body.toString('latin1').split('&');
  if (pairs.length > fieldsMax) return undefined;
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    const name = unescapeBytes(equals < 0 ? pair : pair.slice(0, equals))?.toString('latin1');
    const value = unescapeBytes(equals < 0 ? '' : pair.slice(equals + 1));
    if (name === undefined || value === undefined || !/^[A-Za-z0-9_]{1,64}$/.test(name) || fields.has(name))
      return undefined;
    if (couldBeParted.test(value.toString('latin1'))) return undefined;
    fields.set(name, value);
  }
  return fields;
}

/** What is signed of them: all but `sign` and `sign_type`, by name, `name=value` joined by `&`. */
export function toSignedBytes(fields: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...fields.keys()].filter((name) => name !== 'sign' && name !== 'sign_type').sort();
  const parts = names.flatMap((name, index) => [
    Buffer.from(`${index === 0 ? '' : '&'}${name}=`, 'latin1'),
    fields.get(name) ?? Buffer.alloc(0),
  ]);
  return Buffer.concat(parts);
}

/** `text` has a character for each byte. */
function unescapeBytes(text: string): Buffer | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  const bytes = text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
