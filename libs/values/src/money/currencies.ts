/**
 * ISO 4217, list one of 2026-01-01 (SIX Financial Information, the maintenance agency): every code that has a minor unit, by how many decimal
 * digits that has. ICU, and so Intl, counts digits as prices are written (none for IQD), which is not how amounts are sent.
 * The codes without a minor unit (XAU, XDR, XTS, XXX …) are no currencies that anybody pays in, and are left out.
 */
const codesByDigits: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK
    DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
    LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER
    ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const digitsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByDigits).flatMap(([digits, codes]) => codes.split(/\s+/).map((code) => [code, Number(digits)])),
);

/** Every currency that there is now, by its ISO 4217 code. */
export const currencies: readonly string[] = [...digitsByCode.keys()].sort();

/** Whether it is the code of a currency in which amounts can be given now. */
export const isCurrency = (code: string): boolean => digitsByCode.has(code);

/** Decimal digits of the minor unit: 2 for CNY, 0 for JPY; undefined for what is no currency, or is one no longer. */
export const minorUnitDigitsOf = (currency: string): number | undefined => digitsByCode.get(currency);
