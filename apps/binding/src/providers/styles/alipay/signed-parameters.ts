/**
 * What is signed of parameters (opendocs.alipay.com, 开放平台 “签名规则”): all but `sign`, by name in ASCII order, `name=value` joined by `&`, values as
 * they are before anything of them is escaped.
 */
export function toSignedText(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .filter((name) => name !== 'sign')
    .sort()
    .map((name) => `${name}=${parameters[name]}`)
    .join('&');
}
