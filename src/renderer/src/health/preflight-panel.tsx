// Owns the pre-flight: the list that going on air asks for, run by a key, each check with what it
// found and how to fix it. Refuses to show an old run as a new one: it says when it ran.
import { useEffect } from 'react';
import type { Preflight } from '../../../contract/host/machine';
import { cx } from '../parts/cx';
import { KeyCap } from '../parts/marks/badge';
import { Mark } from '../parts/marks/mark';
import buttons from '../parts/panel/panel.module.css';
import { Panel } from '../parts/panel/panel';
import { Empty, Loading } from '../parts/panel/states';
import { clockOf } from '../parts/text/time';
import { plural } from '../parts/text/words';
import { useAction } from '../app/keys/use-action';
import { useVitals } from '../store/vitals';
import { runPreflight, usePreflight } from './ask/asked';
import styles from './health.module.css';

type Check = Preflight['checks'][number];

function Row({ check }: { readonly check: Check }) {
  const { name, status, detail, fix } = check;
  const good = status === 'good';
  return (
    <li className={cx(!good && styles.look, !good && styles.degraded)}>
      <Mark name={good ? 'tick' : 'triangle'} />
      <div>
        <b>
          {name}
          {status === 'stops' ? <small>stops ON AIR</small> : null}
        </b>
        <span>{detail}</span>
        {fix === null ? null : <em>{fix}</em>}
      </div>
    </li>
  );
}

function hintOf({ checks }: Preflight): string {
  const bad = checks.filter(({ status }) => status !== 'good').length;
  const rest = bad === 0 ? 'all good' : `${bad} to look at`;
  return `${plural(checks.length, 'check')}, ${rest}`;
}

function footOf({ at, checks }: Preflight): string {
  const stopping = checks.filter(({ status }) => status === 'stops').length;
  const verdict =
    stopping === 0
      ? 'Nothing stops going ON AIR.'
      : `${plural(stopping, 'check')} ${stopping === 1 ? 'stops' : 'stop'} going ON AIR.`;
  return `Run at ${clockOf(at)} UTC. ${verdict}`;
}

function List({ run }: { readonly run: Preflight }) {
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="Preflight">
        <ul className={styles.checks}>
          {run.checks.map((check) => (
            <Row key={check.id} check={check} />
          ))}
        </ul>
      </div>
      <p className={styles.foot} role="status">
        {footOf(run)}
      </p>
    </>
  );
}

/** The panel. The first look at it runs it, so that it is never empty. */
export function PreflightPanel() {
  const { value, fault, asking } = usePreflight();
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const run = (): void => void runPreflight();
  useAction('health.preflight', run);
  useEffect(() => {
    if (linked && usePreflight.getState().value === null) void runPreflight();
  }, [linked]);
  const button = (
    <button type="button" className={cx(buttons.button, buttons.small)} onClick={run}>
      {asking ? 'Running' : 'Run'} <KeyCap>T</KeyCap>
    </button>
  );
  const hint = fault ?? (value === null ? '' : hintOf(value));
  return (
    <Panel title="Preflight" hint={hint} end={button} place="preflight">
      {value !== null ? (
        <List run={value} />
      ) : fault === null ? (
        <Loading rows={8} />
      ) : (
        <Empty title="It could not be run">{fault} Run it again.</Empty>
      )}
    </Panel>
  );
}
