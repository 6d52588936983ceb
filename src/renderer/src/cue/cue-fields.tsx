// Owns what a manual cue says beside its event: team, game, flags. An empty field and an unset flag
// are silent, as on a real cue. Refuses to fire: Enter in a field does nothing.
import type { MarkerContext } from '../../../contract/marker';
import { FLAGS } from '../parts/text/words';
import type { CueDraft } from './cue-log';
import styles from './cue-pad.module.css';

interface Props {
  readonly draft: CueDraft;
  readonly onChange: (part: Partial<CueDraft>) => void;
  readonly onFlag: (flag: keyof MarkerContext) => void;
}

/** The fields. */
export function CueFields({ draft, onChange, onFlag }: Props) {
  return (
    <>
      <div className={styles.fields}>
        <label>
          <span>Team</span>
          <input
            value={draft.teamId}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              onChange({ teamId: event.target.value });
            }}
          />
        </label>
        <label>
          <span>Game id</span>
          <input
            value={draft.gameId}
            maxLength={128}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              onChange({ gameId: event.target.value });
            }}
          />
        </label>
      </div>
      <div className={styles.flags} role="group" aria-label="Flags">
        {FLAGS.map(([flag, word]) => (
          <button
            key={flag}
            type="button"
            className={styles.flag}
            aria-pressed={draft.flags.has(flag)}
            onClick={() => {
              onFlag(flag);
            }}
          >
            {word}
          </button>
        ))}
      </div>
    </>
  );
}
