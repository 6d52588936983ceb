// Owns the list of the laws, each under the sentence that is shown when it is broken. Refuses a law
// that says nothing of how to keep it.
import { contractTypesOnly, coreOrder, directions } from './directions';
import { importsResolve, noCycles, noDeadFiles } from './graph';
import type { Law } from './law';
import { names } from './names';
import { fileLength, folderEntries, functionLength, lineWidth, parameterCount } from './sizes';
import { openingComment, purity, suppressions, untyped } from './text';

/** Every law that the project's files must keep. */
export const LAWS: Readonly<Record<string, Law>> = {
  'no file is longer than its kind may be': fileLength,
  'no function is longer than 50 lines': functionLength,
  'no function takes more than three parameters': parameterCount,
  'no line is wider than 100 columns': lineWidth,
  'no folder has more than 12 entries': folderEntries,
  'every name is kebab-case and says something': names,
  'every source opens with two to six lines of comment': openingComment,
  'no notes to self and no suppressed checks': suppressions,
  'nothing is untyped': untyped,
  'core is pure, comments included': purity,
  'every import leads somewhere': importsResolve,
  'every import goes the way the architecture allows': directions,
  'core imports downward only': coreOrder,
  'core takes only types from the contract': contractTypesOnly,
  'no import comes back to where it began': noCycles,
  'every source is part of a program': noDeadFiles,
};
