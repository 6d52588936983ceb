// Owns the number in the file's header that marks a database as Cuebid's own. Stands alone, so that
// the migrations can write it and the opening can check it.

/** 'Cueb' in ASCII. */
export const APPLICATION_ID = 0x43756562;
