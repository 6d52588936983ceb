// Owns the versions of the book: who applied which when and why, and undoing the newest by its
// name, which applies the one before it again. Refuses to delete: an undo is a version too.
import { useEffect } from 'react';
import type { PriceBookVersion } from '../../../../contract/price-book';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Loading } from '../../parts/panel/states';
import tables from '../../parts/panel/table.module.css';
import { clockOf } from '../../parts/text/time';
import { useVitals } from '../../store/vitals';
import styles from './staged.module.css';
import { readVersions, undoVersion, useValues } from '../values-store';

interface UndoProps {
  readonly newest: PriceBookVersion | undefined;
  readonly before: PriceBookVersion | undefined;
}

function Undo({ newest, before }: UndoProps) {
  const { asking, edits } = useValues();
  const stale = useVitals((vitals) => vitals.stale);
  if (newest === undefined || before === undefined) return null;
  return (
    <button
      type="button"
      className={cx(panels.button, panels.small, styles.undo)}
      disabled={asking || stale || edits.length > 0}
      title={`Undo “${newest.name}”`}
      onClick={() => void undoVersion(newest, before)}
    >
      <span>Undo “{newest.name}”</span>
    </button>
  );
}

/** The panel. */
export function VersionsPanel({ version }: { readonly version: PriceBookVersion }) {
  const versions = useValues((state) => state.versions);
  useEffect(() => void readVersions(), [version.version]);
  const [newest, before] = versions ?? [];
  return (
    <Panel
      title="Versions"
      hint={`v${version.version} is in force`}
      end={<Undo newest={newest} before={before} />}
      place="versions"
    >
      {versions === null ? (
        <Loading rows={4} />
      ) : (
        <div className={tables.scroll} tabIndex={0} role="group" aria-label="Versions">
          <ol className={styles.versions}>
            {versions.map((known) => (
              <li key={known.version}>
                <b>v{known.version}</b>
                <span title={known.name}>{known.name}</span>
                <span>{known.actor}</span>
                <span>{clockOf(known.appliedAt)}</span>
                {known.why === '' ? null : <small title={known.why}>{known.why}</small>}
              </li>
            ))}
          </ol>
        </div>
      )}
    </Panel>
  );
}
