/** The page behind a link is at `gateway.do`; agreeing goes to `agreements` beside it. */
export async function agreeAtAlipay(link: string, account: string): Promise<void> {
  const { search } = new URL(link);
  const response = await fetch(new URL('agreements', link), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ link: search.slice(1), account }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`Alipay answered ${response.status}: ${await response.text()}`);
  await response.body?.cancel();
}
