// Owns the type of a thing while its fields are still being filled in. Readers fill in one object
// instead of copying several into one, which is what keeps decoding fast. Nothing runs here.

/** A thing whose fields may still be set. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };
