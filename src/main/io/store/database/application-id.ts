// Owns the number in the file's header that marks a database as Cuebid's own.

/** 'Cueb' in ASCII. */
export const APPLICATION_ID = 0x43756562;
