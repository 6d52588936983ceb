// Owns where the key of a listener's signed JSON comes from: the secret store by the listener's id,
// the store's key for all, the environment. Refuses a key that is short enough to be guessed.
const LEAST_CHARS = 16;

/** The key of a listener; null where there is none, or only one that is too short. */
export function signingKeys(
  secrets: { readonly get: (name: string) => string | null },
  env: NodeJS.ProcessEnv,
): (id: string) => string | null {
  return (id) => {
    const named = [`signingKey.${id}`, 'signingKey'].map((name) => secrets.get(name));
    const key = [...named, env['CUEBID_SIGNING_KEY']].find((value) => typeof value === 'string');
    return typeof key === 'string' && key.length >= LEAST_CHARS ? key : null;
  };
}
