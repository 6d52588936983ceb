// Owns how amounts and factors are written. Amounts come as integers in minor units and are cut as
// text, so that no float ever touches money. Refuses arithmetic beyond adding integers.
const digitsOf = new Map<string, number>();

/** How many minor digits a currency has: 2 for USD, 0 for JPY, 3 for KWD; 2 where unknown. */
export function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  let digits = 2;
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // Not a currency code at all; two digits is what the ledger's own reports use.
  }
  digitsOf.set(currency, digits);
  return digits;
}

/** 1425000, 'USD' -> '14,250.00'. The sign is a true minus. */
export function amountText(cents: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(cents)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/gu, ',');
  const minor = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${cents < 0 ? '\u2212' : ''}${whole}${minor}`;
}

/** 1425000, 'USD' -> '14,250.00 USD'. */
export function moneyText(cents: number, currency: string): string {
  return `${amountText(cents, currency)} ${currency}`;
}

/** 14000 basis points -> '1.40'; 12345 -> '1.2345'. At least two decimals, never rounded. */
export function factorText(bps: number): string {
  const text = String(bps).padStart(5, '0');
  const minor = text.slice(-4).replace(/0{1,2}$/u, '');
  return `${text.slice(0, -4)}.${minor}`;
}

/** 10000 basis points -> '100 %'; 8550 -> '85.5 %'. */
export function shareText(bps: number): string {
  const minor = String(bps % 100)
    .padStart(2, '0')
    .replace(/0+$/u, '');
  return `${Math.trunc(bps / 100)}${minor === '' ? '' : `.${minor}`} %`;
}

/** 1234567 -> '1,234,567'. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ',');
}
