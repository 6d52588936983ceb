// Owns the headers on everything the app serves to its window: the same policy that stands on the
// pages a browser gets from the headless engine (a test holds the two together).
// Refuses inline script and style, frames, forms, and every address but the console's own.

/** Headers of every answer. The console talks over a message port, so no socket is named. */
export const GUARD_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    `default-src 'self'; connect-src 'self'; img-src 'self' data:; object-src 'none'; ` +
    `base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
