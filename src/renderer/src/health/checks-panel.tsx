// Owns the engine's own checks, each with what it found and, where it is not well, how to fix it.
// Refuses to hide a check that is well.
import type { Health } from '../../../contract/status';
import { cx } from '../parts/cx';
import { Mark } from '../parts/marks/mark';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { plural } from '../parts/text/words';
import { useHealth } from '../store/answers';
import { fixOfCheck } from './how-to-fix';
import styles from './health.module.css';

const MARKS = { ok: 'tick', degraded: 'triangle', down: 'fault' } as const;

function Check({ check }: { readonly check: Health['checks'][number] }) {
  const fix = fixOfCheck(check);
  return (
    <li className={cx(check.status === 'degraded' && styles.look, styles[check.status])}>
      <Mark name={MARKS[check.status]} />
      <div>
        <b>
          {check.name} {check.status === 'ok' ? '' : check.status}
        </b>
        <span>{check.detail}</span>
        {fix === null ? null : <em>{fix}</em>}
      </div>
    </li>
  );
}

/** The panel. */
export function ChecksPanel() {
  const { value, fault } = useHealth();
  const bad = value?.checks.filter((check) => check.status !== 'ok').length ?? 0;
  const hint = value === null ? '' : `${plural(value.checks.length, 'check')}, ${bad} to look at`;
  return (
    <Panel title="Checks" hint={hint} place="checks">
      {value === null ? (
        fault === null ? (
          <Loading rows={6} />
        ) : (
          <Empty title="Health cannot be read">{fault} It is asked for again.</Empty>
        )
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Checks">
          <ul className={styles.checks}>
            {value.checks.map((check) => (
              <Check key={check.name} check={check} />
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
